import type { Words } from '../sentence';

/** The delegation's table: the silence, the brief, the text, the Council, the news. */
export const tableWords = {
  'tab.text': { en: 'Text', fr: 'Texte' },
  'tab.brief': { en: 'Brief', fr: 'Mandat' },
  'tab.council': { en: 'Council', fr: 'Conseil' },
  'tab.inbox': { en: 'Inbox', fr: 'Reçus' },
  'tab.moves': { en: 'Moves', fr: 'Actions' },

  'silence.under': { en: 'Version {n} is under silence', fr: 'La version {n} est sous silence' },
  'silence.by': {
    en: 'If no delegation objects by {time}, it is adopted.',
    fr: 'Sauf objection d’ici {time}, elle est adoptée.',
  },
  'silence.in': {
    en: 'If no delegation objects within {d} of game clock, it is adopted.',
    fr: 'Sauf objection dans les {d} de l’horloge de jeu, elle est adoptée.',
  },
  'silence.nothing': { en: 'Saying nothing is agreeing.', fr: 'Qui ne dit mot consent.' },
  'silence.until': { en: 'until {time}', fr: 'jusqu’à {time}' },
  'silence.opened': { en: 'Opened {time}', fr: 'Ouvert {time}' },
  'silence.ends': { en: 'Ends {time}', fr: 'Fin {time}' },
  'silence.paused': {
    en: 'Paused at {time}. A break is still possible.',
    fr: 'En pause depuis {time}. Le silence peut encore être rompu.',
  },
  'silence.outage': {
    en: 'The room was closed for {d}. The clock stood still.',
    fr: 'La salle a été fermée pendant {d}. L’horloge était arrêtée.',
  },
  'silence.outage_wait': {
    en: 'It runs on when the others are back. A break is still possible.',
    fr: 'Elle repart au retour des autres. Le silence peut encore être rompu.',
  },
  'silence.closing': {
    en: 'Time. The server is counting what arrived.',
    fr: 'Terme atteint. Le serveur relève ce qui est arrivé.',
  },
  'silence.broken_head': { en: 'Silence is broken', fr: 'Le silence est rompu' },
  'silence.broken': {
    en: 'Silence broken at {time}. Ground: {ground}.',
    fr: 'Silence rompu à {time}. Motif : {ground}.',
  },
  'silence.broken_hidden': {
    en: 'Silence broken at {time}. The house rules do not say why.',
    fr: 'Silence rompu à {time}. Le règlement n’en dit pas le motif.',
  },
  'silence.broken_by': { en: 'Broken by: {name}', fr: 'Rompu par : {name}' },
  'silence.not_agreed': {
    en: 'Version {n} is not agreed. The text returns to the table.',
    fr: 'La version {n} n’est pas agréée. Le texte revient sur la table.',
  },
  'silence.adopted_head': { en: 'Version {n} is adopted', fr: 'La version {n} est adoptée' },
  'silence.adopted': {
    en: 'Adopted at {time}. Nobody objected.',
    fr: 'Adoptée à {time}. Personne n’a objecté.',
  },
  'silence.extended': {
    en: 'The end moved from {from} to {to}.',
    fr: 'La fin passe de {from} à {to}.',
  },
  'silence.asked': { en: 'Asked for more time: {names}.', fr: 'Ont demandé un délai : {names}.' },
  'silence.spoken_left': {
    en: '{time} left on version {n}.',
    fr: 'Reste {time} sur la version {n}.',
  },
  'silence.spoken_open': {
    en: 'Version {n} is under silence for {d}, until {time}.',
    fr: 'La version {n} est sous silence pendant {d}, jusqu’à {time}.',
  },
  'silence.spoken_none': { en: 'No silence is running.', fr: 'Aucun silence ne court.' },
  'silence.band': { en: 'The silence', fr: 'Le silence' },
  'silence.timer': { en: 'Time left under silence', fr: 'Temps restant sous silence' },
  'silence.line_label': { en: 'The line of this silence', fr: 'La ligne de ce silence' },

  'calm.not_started': {
    en: 'The game has not started. The facilitator starts the clock.',
    fr: 'La partie n’a pas commencé. L’animation lance l’horloge.',
  },
  'calm.ended': {
    en: 'The game has ended. Nothing more can be played in it.',
    fr: 'La partie est terminée. Plus rien ne peut y être joué.',
  },
  'calm.paused': {
    en: 'The clock is stopped since {time}. It runs on when the facilitator resumes.',
    fr: 'L’horloge est arrêtée depuis {time}. Elle repart quand l’animation reprend.',
  },
  'calm.quiet': {
    en: 'No consultation is on. Any delegation may request one on an incident.',
    fr: 'Aucune consultation en cours. Toute délégation peut en demander une sur un incident.',
  },
  'calm.nothing_yet': {
    en: 'Nothing has happened yet. An incident opens the way to consultation.',
    fr: 'Rien ne s’est encore produit. Un incident ouvre la voie à la consultation.',
  },
  'calm.requested': {
    en: 'Consultation is requested. The meeting opens at {time}.',
    fr: 'Une consultation est demandée. La réunion s’ouvre à {time}.',
  },
  'calm.drafting': {
    en: 'The meeting is open. Any delegation may table a draft.',
    fr: 'La réunion est ouverte. Toute délégation peut déposer un projet.',
  },
  'calm.place': {
    en: 'The meeting is open. The chair puts a text under silence at {time}.',
    fr: 'La réunion est ouverte. La présidence place un texte sous silence à {time}.',
  },
  'calm.redraft': {
    en: 'The text is back on the table. A new version may be tabled; the chair places one at {time}.',
    fr: 'Le texte est revenu sur la table. Une nouvelle version peut être déposée ; la présidence en place une à {time}.',
  },
  'calm.turn_over': {
    en: 'Turn {n} is over. Wait for the next one.',
    fr: 'Le tour {n} est clos. Attendez le suivant.',
  },
  'calm.turn_end': { en: 'Turn ends {time}', fr: 'Fin du tour {time}' },
  'calm.turn_rang': {
    en: 'The turn’s time is up; the facilitator ends it',
    fr: 'Le temps du tour est écoulé ; l’animation le clôt',
  },

  'brief.title': { en: 'Your brief', fr: 'Votre mandat' },
  'brief.only': { en: 'Only your delegation sees this.', fr: 'Visible de votre seule délégation.' },
  'brief.none': {
    en: 'No instructions yet. Your capital sends them when the game opens.',
    fr: 'Pas encore d’instructions. Votre capitale les envoie à l’ouverture de la partie.',
  },
  'brief.aims': { en: 'Aims', fr: 'Objectifs' },
  'brief.red_lines': { en: 'Red lines', fr: 'Lignes rouges' },

  'text.title': { en: 'Draft decision sheet', fr: 'Projet de relevé de décisions' },
  'text.title_adopted': { en: 'Decision sheet', fr: 'Relevé de décisions' },
  'text.exercise': {
    en: 'Exercise. Not a NATO document.',
    fr: 'Exercice. Ce n’est pas un document de l’OTAN.',
  },
  'text.none': {
    en: 'No draft yet. Any delegation may table one.',
    fr: 'Pas encore de projet. Toute délégation peut en déposer un.',
  },
  'text.none_closed': {
    en: 'No draft yet. One may be tabled once a meeting is open.',
    fr: 'Pas encore de projet. Il pourra en être déposé un quand une réunion sera ouverte.',
  },
  'text.tabled': {
    en: 'Version {n}, tabled at {time} by: {name}',
    fr: 'Version {n}, déposée à {time} par : {name}',
  },
  'text.cosponsors': { en: 'with: {names}', fr: 'avec : {names}' },
  'text.frozen': { en: 'Frozen while silence runs', fr: 'Figé tant que le silence court' },
  'text.not_agreed': { en: 'Not agreed', fr: 'Non agréé' },
  'text.on_table': { en: 'On the table, not agreed', fr: 'Sur la table, non agréé' },
  'text.adopted': { en: 'Adopted', fr: 'Adopté' },
  'text.withdrawn': { en: 'Withdrawn by its sponsor', fr: 'Retiré par son auteur' },
  'text.fallen_back': {
    en: 'Not agreed. The chair falls back to a statement of the Secretary General.',
    fr: 'Non agréé. La présidence se replie sur une déclaration du secrétaire général.',
  },
  'text.ended': { en: 'Off the table, not agreed', fr: 'Retiré de la table, non agréé' },
  'text.show_changes': {
    en: 'Show what changed since version {n}',
    fr: 'Montrer les changements depuis la version {n}',
  },
  'text.no_change': { en: 'as in version {n}', fr: 'comme dans la version {n}' },
  'text.version_short': { en: 'v{n}', fr: 'v{n}' },
  'text.versions': { en: 'Versions', fr: 'Versions' },
  'text.version_now': {
    en: 'You read version {old}. Version {n} lies on the table.',
    fr: 'Vous lisez la version {old}. La version {n} est sur la table.',
  },
  'text.read_now': { en: 'Read version {n}', fr: 'Lire la version {n}' },
  'text.inserted': { en: 'inserted:', fr: 'inséré :' },
  'text.deleted': { en: 'deleted:', fr: 'supprimé :' },
  'text.objected': {
    en: 'Silence was broken on this paragraph of version {n}.',
    fr: 'Le silence a été rompu sur ce paragraphe de la version {n}.',
  },
  'text.removed': {
    en: 'Paragraph {n} of version {old} is gone.',
    fr: 'Le paragraphe {n} de la version {old} a disparu.',
  },
  'text.other_language': {
    en: 'This paragraph is in French only.',
    fr: 'Ce paragraphe n’existe qu’en anglais.',
  },
  'text.drafts': { en: 'Texts on the table', fr: 'Textes sur la table' },
  'text.placed': { en: 'placed {time}', fr: 'placé {time}' },
  'text.unbroken': { en: 'unbroken', fr: 'non rompu' },
  'text.adopted_at': { en: 'adopted {time}', fr: 'adopté {time}' },
  'text.history': { en: 'How this text came about', fr: 'Comment ce texte est né' },
  'text.history_version': { en: 'Version {n}, {name}', fr: 'Version {n}, {name}' },
  'text.history_broken': { en: 'silence broken: {ground}', fr: 'silence rompu : {ground}' },
  'text.history_broken_hidden': { en: 'silence broken', fr: 'silence rompu' },
  'text.history_lapsed': { en: 'taken back from silence', fr: 'retirée du silence' },
  'text.history_adopted': { en: 'adopted, nobody objected', fr: 'adoptée, personne n’a objecté' },
  'text.history_running': { en: 'under silence', fr: 'sous silence' },
  'text.history_tabled': { en: 'tabled', fr: 'déposée' },
  'text.break_reason': { en: 'Why silence was broken', fr: 'Pourquoi le silence a été rompu' },
  'text.break_lift': { en: 'What would lift it', fr: 'Ce qui la lèverait' },
  'text.break_proposed': { en: 'Words proposed', fr: 'Mots proposés' },
  'text.associated': { en: 'Stand beside the break', fr: 'S’associent à la rupture' },

  'council.title': { en: 'The Council on version {n}', fr: 'Le Conseil sur la version {n}' },
  'council.title_none': { en: 'The Council', fr: 'Le Conseil' },
  'council.count': {
    en: { one: '{n} delegation', other: '{n} delegations' },
    fr: { one: '{n} délégation', other: '{n} délégations' },
  },
  'council.of_version': { en: 'of v{n}', fr: 'sur v{n}' },
  'council.tap': {
    en: 'Objections first. Choose a delegation for what it said.',
    fr: 'Objections d’abord. Choisissez une délégation pour lire ses mots.',
  },
  'council.tap_grid': {
    en: 'Choose a delegation for what it said.',
    fr: 'Choisissez une délégation pour lire ses mots.',
  },
  'council.said_nothing': {
    en: '{name} has said nothing on this text.',
    fr: '{name} : n’a rien dit sur ce texte.',
  },
  'council.said': { en: '{name}: {stance}', fr: '{name} : {stance}' },
  'council.absent': {
    en: 'Nobody sits here; the seat objects to nothing.',
    fr: 'Personne n’occupe ce siège ; il n’objecte à rien.',
  },
  'council.requested': { en: 'Consultation requested by', fr: 'Consultation demandée par' },
  'council.associated': { en: 'Associated', fr: 'Associés' },
  'held.people': { en: 'people', fr: 'des personnes' },
  'held.bot': { en: 'bot', fr: 'automate' },
  'held.control': { en: 'run by control', fr: 'tenu par l’animation' },
  'held.absent': { en: 'absent', fr: 'absent' },

  'stance.support': { en: 'support', fr: 'soutien' },
  'stance.can_accept': { en: 'can accept', fr: 'acceptable' },
  'stance.reservation': { en: 'reservation', fr: 'réserve' },
  'stance.cannot_accept': { en: 'cannot accept', fr: 'ne peut accepter' },
  'stance.awaiting_instructions': { en: 'awaiting instructions', fr: 'attend ses instructions' },
  'stance.none': { en: 'nothing said', fr: 'rien dit' },

  'ground.territorial_integrity': { en: 'Territorial integrity', fr: 'Intégrité territoriale' },
  'ground.political_independence': { en: 'Political independence', fr: 'Indépendance politique' },
  'ground.security': { en: 'Security', fr: 'Sécurité' },

  'inbox.title': { en: 'Inbox', fr: 'Reçus' },
  'inbox.unread': { en: '{n} unread', fr: { one: '{n} non lu', other: '{n} non lus' } },
  'inbox.none': {
    en: 'Nothing yet. Incidents, press and cables arrive here.',
    fr: 'Rien encore. Incidents, presse et télégrammes arrivent ici.',
  },
  'inbox.new': { en: '{n} new', fr: { one: '{n} nouveau', other: '{n} nouveaux' } },
  'inbox.show': { en: 'Show', fr: 'Afficher' },
  'inbox.incident': { en: 'Incident', fr: 'Incident' },
  'inbox.news': { en: 'Press', fr: 'Presse' },
  'inbox.cable': { en: 'Cable', fr: 'Télégramme' },
  'inbox.targets': { en: 'Hit: {names}', fr: 'Alliés touchés : {names}' },

  'feed.title': { en: 'Just now', fr: 'À l’instant' },
  'feed.none': {
    en: 'Nothing has happened yet. Every act appears here with its time.',
    fr: 'Rien ne s’est encore passé. Chaque acte apparaît ici avec son heure.',
  },
  'feed.new': { en: '{n} new', fr: { one: '{n} nouveau', other: '{n} nouveaux' } },
  'feed.burst': { en: '{n} new: {first}', fr: '{n} nouveaux : {first}' },
  'feed.all': { en: 'Show all {n}', fr: 'Tout afficher ({n})' },

  'duration.seconds': { en: '{n}\u00a0s', fr: '{n}\u00a0s' },
  'duration.minutes': { en: '{n}\u00a0min', fr: '{n}\u00a0min' },
  'duration.both': { en: '{m}\u00a0min {s}\u00a0s', fr: '{m}\u00a0min {s}\u00a0s' },
} as const satisfies Words;
