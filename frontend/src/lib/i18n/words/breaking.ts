import type { Words } from '../sentence';

/** Breaking silence: the grounds, one plain sentence for each, and the dialog. */
export const breakWords = {
  'break.open': { en: 'Break silence…', fr: 'Rompre le silence…' },
  'break.send': { en: 'Break silence on version {n}', fr: 'Rompre le silence sur la version {n}' },
  'break.title': {
    en: 'Break the silence on version {n}',
    fr: 'Rompre le silence sur la version {n}',
  },
  'break.counts': {
    en: 'It counts if the server receives it by {time}. It cannot be taken back for this version.',
    fr: 'L’objection compte si le serveur la reçoit au plus tard à {time}. Elle est définitive pour cette version.',
  },
  'break.counts_paused': {
    en: 'The clock stands; it counts. It cannot be taken back for this version.',
    fr: 'L’horloge est arrêtée ; l’objection compte. Elle est définitive pour cette version.',
  },
  'break.ground': { en: 'Ground', fr: 'Motif' },
  'break.ground_needed': { en: 'one is needed', fr: 'il en faut un' },
  'break.choose': { en: 'Choose a ground', fr: 'Choisissez un motif' },
  'break.reason': { en: 'Reason', fr: 'Raison' },
  'break.reason_note': {
    en: 'filled in from the ground; change it if you have time',
    fr: 'tirée du motif ; modifiez-la si vous en avez le temps',
  },
  'break.paragraphs': { en: 'Objected to', fr: 'Ce qui est contesté' },
  'break.all': { en: 'All of the text', fr: 'Tout le texte' },
  'break.paragraph': { en: 'Paragraph {n}', fr: 'Paragraphe {n}' },
  'break.lift': { en: 'What would lift it', fr: 'Ce qui la lèverait' },
  'break.proposed': { en: 'Proposed text', fr: 'Texte proposé' },
  'break.optional': { en: 'optional', fr: 'facultatif' },
  'break.who': { en: 'Who will know', fr: 'Qui le saura' },
  'break.who_rule': { en: 'house rule', fr: 'règlement' },
  'break.who_name': { en: 'Your name', fr: 'Votre nom' },
  'break.who_ground': { en: 'Ground and reason', fr: 'Motif et raison' },
  'break.who_public': { en: 'The public', fr: 'Le public' },
  'break.know_council': { en: 'the whole Council', fr: 'tout le Conseil' },
  'break.know_chair': { en: 'the chair and the facilitators', fr: 'la présidence et l’animation' },
  'break.know_leak': {
    en: 'the chair now, the Council {d} later',
    fr: 'la présidence aussitôt, le Conseil {d} plus tard',
  },
  'break.know_public': {
    en: 'that silence broke, {d} later',
    fr: 'que le silence est rompu, {d} plus tard',
  },
  'break.know_public_leak': { en: 'nothing, unless it leaks', fr: 'rien, sauf fuite' },
  'break.milder': { en: 'Not sure?', fr: 'Vous hésitez ?' },
  'break.milder_time': { en: 'Ask for more time', fr: 'Demander un délai' },
  'break.milder_position': { en: 'State a position', fr: 'Prendre position' },
  'break.ended': {
    en: 'This silence has ended. What you wrote stays here.',
    fr: 'Ce silence est terminé. Ce que vous avez écrit reste ici.',
  },
  'break.moved': { en: 'The end moved to {time}.', fr: 'La fin passe à {time}.' },
  'break.sent': { en: 'Sent, waiting for the server.', fr: 'Envoyée, en attente du serveur.' },
  'break.unsent': {
    en: 'Your objection has not left this device. Tell the facilitator aloud: “{name} breaks silence.” It goes out by itself if the line is back in time.',
    fr: 'Votre objection n’a pas quitté cet appareil. Dites-le de vive voix à l’animation : « {name} rompt le silence. » Elle part d’elle-même si la liaison revient à temps.',
  },
  'break.asks': {
    en: 'The line is back, but by our estimate the time is over. Send the objection all the same?',
    fr: 'La liaison est revenue, mais selon notre estimation le terme est passé. Envoyer quand même l’objection ?',
  },
  'break.send_anyway': { en: 'Send it', fr: 'L’envoyer' },
  'break.let_go': { en: 'Let it go', fr: 'Y renoncer' },
  'break.done': {
    en: 'Silence on version {n} is broken. Received {time}.',
    fr: 'Le silence sur la version {n} est rompu. Reçue {time}.',
  },

  'break.attribution_not_proven': { en: 'Attribution not proven', fr: 'Attribution non établie' },
  'break.legal_basis': { en: 'Legal basis', fr: 'Base juridique' },
  'break.premature_timing': { en: 'Timing is premature', fr: 'Trop tôt' },
  'break.escalation': { en: 'Escalation', fr: 'Escalade' },
  'break.no_parliament_mandate': {
    en: 'No mandate from parliament',
    fr: 'Pas de mandat parlementaire',
  },
  'break.resources': { en: 'Resources', fr: 'Moyens' },
  'break.linkage_to_other_dispute': {
    en: 'Linked to another dispute',
    fr: 'Lien avec un autre différend',
  },
  'break.wants_stronger_text': { en: 'We want a stronger text', fr: 'Texte trop faible' },
  'break.instructions_pending': { en: 'Instructions pending', fr: 'Instructions attendues' },

  'reason.attribution_not_proven': {
    en: 'The text names an author that is not yet proven.',
    fr: 'Le texte désigne un auteur qui n’est pas encore établi.',
  },
  'reason.legal_basis': {
    en: 'The legal basis of the text is not stated.',
    fr: 'La base juridique du texte n’est pas indiquée.',
  },
  'reason.premature_timing': {
    en: 'It is too early to say this.',
    fr: 'Il est trop tôt pour le dire.',
  },
  'reason.escalation': {
    en: 'These words risk making the situation worse.',
    fr: 'Ces mots risquent d’aggraver la situation.',
  },
  'reason.no_parliament_mandate': {
    en: 'Our parliament has not given a mandate for this.',
    fr: 'Notre parlement n’a pas donné mandat pour cela.',
  },
  'reason.resources': {
    en: 'We cannot promise the means that this text asks for.',
    fr: 'Nous ne pouvons promettre les moyens que ce texte demande.',
  },
  'reason.linkage_to_other_dispute': {
    en: 'This text touches another matter that is still open.',
    fr: 'Ce texte touche une autre question encore ouverte.',
  },
  'reason.wants_stronger_text': {
    en: 'The text is too weak for what happened.',
    fr: 'Le texte est trop faible au regard des faits.',
  },
  'reason.instructions_pending': {
    en: 'Our capital has not yet sent instructions.',
    fr: 'Notre capitale n’a pas encore envoyé d’instructions.',
  },
} as const satisfies Words;
