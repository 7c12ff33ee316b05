import type { Words } from '../sentence';

/** What a seat may do, and the forms for it. */
export const actWords = {
  'moves.title': { en: 'What you can do now', fr: 'Ce que vous pouvez faire' },
  'moves.not_now': { en: 'Not now.', fr: 'Pas maintenant.' },
  'moves.wait': {
    en: 'Asking the server what is possible…',
    fr: 'Le serveur est interrogé sur ce qui est possible…',
  },
  'moves.none': {
    en: 'Nothing just now. The reasons stand below.',
    fr: 'Rien pour l’instant. Les raisons sont ci-dessous.',
  },
  'move.because': { en: '{move}: {why}', fr: '{move} : {why}' },
  'move.request_consultation': { en: 'Request consultation', fr: 'Demander une consultation' },
  'move.join_request': { en: 'Join a request', fr: 'Se joindre à une demande' },
  'move.withdraw_request': { en: 'Withdraw your request', fr: 'Retirer votre demande' },
  'move.table_draft': { en: 'Table a draft', fr: 'Déposer un projet' },
  'move.table_version': { en: 'Table the next version', fr: 'Déposer la version suivante' },
  'move.withdraw_draft': { en: 'Withdraw your draft', fr: 'Retirer votre projet' },
  'move.cosponsor_draft': { en: 'Cosponsor the draft', fr: 'Se porter coauteur du projet' },
  'move.state_position': { en: 'State a position', fr: 'Prendre position' },
  'move.break_silence': { en: 'Break silence', fr: 'Rompre le silence' },
  'move.associate_with_break': { en: 'Associate with the break', fr: 'S’associer à la rupture' },
  'move.ask_extension': { en: 'Ask for more time', fr: 'Demander un délai' },
  'move.open_meeting': { en: 'Open the meeting now', fr: 'Ouvrir la réunion maintenant' },
  'move.place_under_silence': {
    en: 'Put a version under silence',
    fr: 'Placer une version sous silence',
  },
  'move.extend_silence': { en: 'Extend the silence', fr: 'Prolonger le silence' },
  'move.withdraw_silence': {
    en: 'Take the text back from silence',
    fr: 'Retirer le texte du silence',
  },
  'move.start_game': { en: 'Start the clock', fr: 'Lancer l’horloge' },
  'move.pause_game': { en: 'Pause everything', fr: 'Tout mettre en pause' },
  'move.resume_game': { en: 'Resume', fr: 'Reprendre' },
  'move.fire_inject': { en: 'Fire an inject', fr: 'Lancer un inject' },
  'move.inject_incident': { en: 'New incident', fr: 'Nouvel incident' },
  'move.end_turn': { en: 'End the turn', fr: 'Clore le tour' },
  'move.end_game': { en: 'End the game', fr: 'Terminer la partie' },
  'move.seat_people': { en: 'Seat people', fr: 'Installer des personnes' },
  'move.vacate_seat': { en: 'Vacate a seat', fr: 'Libérer un siège' },

  'form.unsent': {
    en: 'Your words, unsent. Kept on this device.',
    fr: 'Vos mots, non envoyés. Conservés sur cet appareil.',
  },
  'form.words_optional': { en: 'Your words (optional)', fr: 'Vos mots (facultatif)' },
  'form.needed': { en: 'This is needed.', fr: 'Ce champ est nécessaire.' },
  'form.discard': { en: 'Discard these words', fr: 'Effacer ces mots' },
  'form.left': {
    en: { one: '{n} character left', other: '{n} characters left' },
    fr: { one: '{n} caractère restant', other: '{n} caractères restants' },
  },

  'request.by': {
    en: 'Consultation has been requested. By: {names}.',
    fr: 'Une consultation est demandée. Par : {names}.',
  },
  'incident.earlier': { en: 'Incidents before', fr: 'Incidents précédents' },
  'request.incidents': { en: 'On which incident', fr: 'Sur quel incident' },
  'request.incident_needed': {
    en: 'Choose at least one incident.',
    fr: 'Choisissez au moins un incident.',
  },
  'request.ground': {
    en: 'Threatened, in the words of the Treaty',
    fr: 'Ce qui est menacé, selon le traité',
  },
  'request.note': {
    en: 'Article 4. Nobody can refuse it. One request per incident and turn.',
    fr: 'Article 4. Personne ne peut s’y opposer. Une demande par incident et par tour.',
  },
  'request.send': { en: 'Request consultation', fr: 'Demander la consultation' },
  'join.send': { en: 'Join the request', fr: 'Se joindre à la demande' },
  'join.associate': { en: 'Associate with the consultation', fr: 'S’associer à la consultation' },
  'join.of': { en: 'Asked for by {names}', fr: 'Demandée par : {names}' },
  'withdraw_request.note': {
    en: 'Withdrawn is spent: no second request on this incident in this turn.',
    fr: 'Une demande retirée est épuisée : pas de seconde demande sur cet incident pendant ce tour.',
  },
  'withdraw_request.send': { en: 'Withdraw the request', fr: 'Retirer la demande' },

  'draft.title_in': { en: 'Title, {language}', fr: 'Titre, {language}' },
  'draft.title_field': { en: 'Title', fr: 'Titre' },
  'wording.soft': { en: 'Soft wording', fr: 'Rédaction douce' },
  'wording.middle': { en: 'Middle wording', fr: 'Rédaction moyenne' },
  'wording.firm': { en: 'Firm wording', fr: 'Rédaction ferme' },
  'draft.start_from': { en: 'Start from', fr: 'Partir de' },
  'draft.replace': {
    en: 'Replace what you wrote with “{title}”?',
    fr: 'Remplacer ce que vous avez écrit par « {title} » ?',
  },
  'draft.replace_sure': { en: 'Replace', fr: 'Remplacer' },
  'draft.paragraph': { en: 'Paragraph {n}', fr: 'Paragraphe {n}' },
  'draft.paragraph_in': { en: 'Paragraph {n}, {language}', fr: 'Paragraphe {n}, {language}' },
  'draft.add': { en: 'Add a paragraph', fr: 'Ajouter un paragraphe' },
  'draft.remove': { en: 'Remove paragraph {n}', fr: 'Supprimer le paragraphe {n}' },
  'draft.other': { en: 'Write the French as well', fr: 'Écrire aussi l’anglais' },
  'draft.diverges': {
    en: 'You changed one language only. Check the other one.',
    fr: 'Vous n’avez changé qu’une langue. Vérifiez l’autre.',
  },
  'draft.send': { en: 'Table this draft', fr: 'Déposer ce projet' },
  'draft.send_version': { en: 'Table version {n}', fr: 'Déposer la version {n}' },
  'draft.from': { en: 'Written from version {n}', fr: 'Écrite à partir de la version {n}' },
  'draft.overtaken': {
    en: 'Version {n} has been tabled since you began. Your words stay; compare before you send.',
    fr: 'La version {n} a été déposée depuis. Vos mots restent ; comparez avant d’envoyer.',
  },
  'draft.begin_again': {
    en: 'Begin again from version {n}',
    fr: 'Reprendre à partir de la version {n}',
  },
  'draft.empty': {
    en: 'A draft needs a title and at least one paragraph with words.',
    fr: 'Un projet demande un titre et au moins un paragraphe écrit.',
  },
  'draft.objected_here': { en: 'Objected to in version {n}', fr: 'Contesté dans la version {n}' },
  'draft.objected_all': {
    en: 'All of version {n} was objected to.',
    fr: 'Toute la version {n} a été contestée.',
  },
  'draft.take_words': {
    en: 'Put the proposed words at the end',
    fr: 'Ajouter les mots proposés à la fin',
  },
  'withdraw_draft.note': {
    en: 'The draft leaves the table for everybody.',
    fr: 'Le projet quitte la table pour tous.',
  },
  'withdraw_draft.send': { en: 'Withdraw the draft', fr: 'Retirer le projet' },
  'cosponsor.send': { en: 'Cosponsor', fr: 'Se porter coauteur' },
  'cosponsor.note': {
    en: 'Your name will stand beside the sponsor’s: {title}.',
    fr: 'Votre nom figurera à côté de celui de l’auteur : {title}.',
  },

  'position.on': { en: 'On version {n}', fr: 'Sur la version {n}' },
  'position.note': { en: 'The whole Council sees it.', fr: 'Tout le Conseil la voit.' },
  'position.send': { en: 'State this position', fr: 'Exprimer cette position' },
  'position.choose': { en: 'Choose a stance.', fr: 'Choisissez une position.' },
  'extension.reason': {
    en: 'Why more time is needed (optional)',
    fr: 'Pourquoi il faut un délai (facultatif)',
  },
  'extension.send': { en: 'Ask for more time', fr: 'Demander un délai' },
  'extension.note': {
    en: 'The chair decides; if it is given, it is given to all.',
    fr: 'La présidence décide ; s’il est accordé, il l’est à tous.',
  },
  'associate.note': {
    en: '{name} broke silence on version {n}. Stand beside it on your own ground.',
    fr: 'Silence rompu sur la version {n} par : {name}. Associez-vous-y avec votre propre motif.',
  },
  'associate.until': { en: 'possible until {time}', fr: 'possible jusqu’à {time}' },
  'associate.send': { en: 'Associate with the break', fr: 'S’associer à la rupture' },

  'outcome.none': { en: 'nothing', fr: 'rien' },
  'outcome.sg_statement': {
    en: 'a statement of the Secretary General',
    fr: 'une déclaration du secrétaire général',
  },
  'outcome.council_statement': {
    en: 'a statement of the Council',
    fr: 'une déclaration du Conseil',
  },
  'outcome.title': { en: 'Outcome', fr: 'Issue' },
  'outcome.said': {
    en: 'The consultation ends with {outcome}.',
    fr: 'La consultation s’achève par {outcome}.',
  },
  'outcome.said_none': {
    en: 'The consultation ends without a text.',
    fr: 'La consultation s’achève sans texte.',
  },
} as const satisfies Words;
