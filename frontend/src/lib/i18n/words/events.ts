import type { Words } from '../sentence';

/** One sentence for every kind of event, as the feed and the control room's log say it. */
export const eventWords = {
  'event.game_opened': { en: 'The game is open: {title}.', fr: 'La partie est ouverte : {title}.' },
  'event.game_started': { en: 'The clock starts.', fr: 'L’horloge démarre.' },
  'event.game_paused': { en: 'The clock is stopped.', fr: 'L’horloge est arrêtée.' },
  'event.game_resumed': { en: 'The clock runs again.', fr: 'L’horloge repart.' },
  'event.outage_began': {
    en: 'The room was closed for {d}. The clock stood still.',
    fr: 'La salle a été fermée pendant {d}. L’horloge était arrêtée.',
  },
  'event.outage_ended': { en: 'The room is open again.', fr: 'La salle est de nouveau ouverte.' },
  'event.game_ended': { en: 'The game has ended.', fr: 'La partie est terminée.' },
  'event.turn_opened': { en: 'Turn {n} begins.', fr: 'Le tour {n} commence.' },
  'event.turn_rang': {
    en: 'The turn’s planned time is up.',
    fr: 'Le temps prévu du tour est écoulé.',
  },
  'event.turn_moved': {
    en: 'The turn’s planned end moves with the silence.',
    fr: 'La fin prévue du tour suit celle du silence.',
  },
  'event.turn_ended': { en: 'The turn is over.', fr: 'Le tour est clos.' },
  'event.seat_changed.people': {
    en: '{name}: people sit here.',
    fr: '{name} : des personnes prennent place.',
  },
  'event.seat_changed.bot': {
    en: '{name}: a bot sits here.',
    fr: '{name} : un automate prend place.',
  },
  'event.seat_changed.control': {
    en: '{name}: control sits here.',
    fr: '{name} : l’animation tient le siège.',
  },
  'event.seat_changed.absent': {
    en: '{name}: nobody sits here.',
    fr: '{name} : le siège est vide.',
  },
  'event.incident_happened': { en: 'Incident: {title}', fr: 'Incident : {title}' },
  'event.news_published': { en: 'Press: {title}', fr: 'Presse : {title}' },
  'event.bulletin_broken': {
    en: 'It is public that silence broke on version {n}.',
    fr: 'Il est public que le silence a été rompu sur la version {n}.',
  },
  'event.bulletin_broken_by': {
    en: 'It is public who broke silence on version {n}: {name}.',
    fr: 'Il est public que le silence a été rompu sur la version {n} par : {name}.',
  },
  'event.bulletin_adopted': {
    en: 'The adopted text is public: {title}',
    fr: 'Le texte adopté est public : {title}',
  },
  'event.wordings_laid': {
    en: 'First wordings lie ready for drafters.',
    fr: 'Des premières formulations sont prêtes pour les rédacteurs.',
  },
  'event.chance_sealed': {
    en: 'The seed of chance is sealed.',
    fr: 'La graine du hasard est scellée.',
  },
  'event.consultation_requested': {
    en: '{name} requests consultation under Article 4. Ground: {ground}.',
    fr: '{name} : demande de consultation au titre de l’article 4. Motif : {ground}.',
  },
  'event.request_joined': {
    en: '{name} joins the request. Ground: {ground}.',
    fr: '{name} : se joint à la demande. Motif : {ground}.',
  },
  'event.consultation_associated': {
    en: '{name} associates with the consultation.',
    fr: '{name} : s’associe à la consultation.',
  },
  'event.request_withdrawn': {
    en: '{name} withdraws its request.',
    fr: '{name} : retire sa demande.',
  },
  'event.consultation_fell': {
    en: 'No requester is left. The meeting does not take place.',
    fr: 'Plus aucun demandeur. La réunion n’a pas lieu.',
  },
  'event.meeting_opened': { en: 'The meeting is open.', fr: 'La réunion est ouverte.' },
  'event.consultation_ended': {
    en: 'The consultation ends with {outcome}.',
    fr: 'La consultation s’achève par {outcome}.',
  },
  'event.consultation_ended_none': {
    en: 'The consultation ends without a text.',
    fr: 'La consultation s’achève sans texte.',
  },
  'event.placing_set': {
    en: 'The chair will put a text under silence at {time}.',
    fr: 'La présidence placera un texte sous silence à {time}.',
  },
  'event.draft_tabled': {
    en: '{name} tables a draft: {title}',
    fr: '{name} : dépose un projet : {title}',
  },
  'event.version_tabled': {
    en: '{name} tables version {n}.',
    fr: '{name} : dépose la version {n}.',
  },
  'event.draft_withdrawn': { en: '{name} withdraws its draft.', fr: '{name} : retire son projet.' },
  'event.draft_fell_back': {
    en: 'The chair falls back to {outcome}. The words not in dispute are kept.',
    fr: 'La présidence se replie sur {outcome}. Les mots non contestés sont conservés.',
  },
  'event.draft_ended': { en: 'The draft leaves the table.', fr: 'Le projet quitte la table.' },
  'event.draft_cosponsored': {
    en: '{name} cosponsors the draft.',
    fr: '{name} : se porte coauteur du projet.',
  },
  'event.position_stated': {
    en: '{name} on version {n}: {stance}.',
    fr: '{name}, sur la version {n} : {stance}.',
  },
  'event.silence_placed': {
    en: 'Version {n} is put under silence for {d}.',
    fr: 'La version {n} est placée sous silence pour {d}.',
  },
  'event.extension_asked': { en: '{name} asks for more time.', fr: '{name} : demande de délai.' },
  'event.extension_refused': {
    en: 'The chair does not give more time. Asked by: {name}.',
    fr: 'La présidence n’accorde pas de délai. Demandé par : {name}.',
  },
  'event.silence_extended': {
    en: 'The end of the silence moves to {time}.',
    fr: 'La fin du silence passe à {time}.',
  },
  'event.silence_withdrawn': {
    en: 'The text is taken back from silence.',
    fr: 'Le texte est retiré du silence.',
  },
  'event.silence_broken': {
    en: 'Silence is broken. Ground: {ground}.',
    fr: 'Le silence est rompu. Motif : {ground}.',
  },
  'event.silence_broken_by': {
    en: '{name} breaks silence. Ground: {ground}.',
    fr: '{name} : rompt le silence. Motif : {ground}.',
  },
  'event.silence_broken_hidden': { en: 'Silence is broken.', fr: 'Le silence est rompu.' },
  'event.break_associated': {
    en: '{name} stands beside the break. Ground: {ground}.',
    fr: '{name} : s’associe à la rupture. Motif : {ground}.',
  },
  'event.courtesy_ran_on': {
    en: 'The clock was stopped in the courtesy after the deadline. What arrives in it still counts.',
    fr: 'L’horloge a été arrêtée dans le délai de courtoisie. Ce qui y arrive compte encore.',
  },
  'event.break_made_public': {
    en: 'The public learns that silence broke.',
    fr: 'Le public apprend que le silence a été rompu.',
  },
  'event.break_author_leaked': {
    en: 'It comes out who broke silence: {name}. Ground: {ground}.',
    fr: 'On apprend que le silence a été rompu par : {name}. Motif : {ground}.',
  },
  'event.text_adopted': {
    en: 'Version {n} is adopted. Nobody objected.',
    fr: 'La version {n} est adoptée. Personne n’a objecté.',
  },
  'event.break_told': {
    en: 'In the chair’s ear: {name} objects. Ground: {ground}.',
    fr: 'À l’oreille de la présidence, {name} : objection. Motif : {ground}.',
  },
  'event.instructions_given': {
    en: 'Instructions from the capital: {name}.',
    fr: 'Instructions de la capitale : {name}.',
  },
  'event.cable_sent': { en: 'Cable: {title}', fr: 'Télégramme : {title}' },
  'event.plan_laid': {
    en: 'The plan lies ready: {n} injects.',
    fr: { one: 'Le plan est prêt : {n} inject.', other: 'Le plan est prêt : {n} injects.' },
  },
  'event.seed_drawn': { en: 'The seed of chance is drawn.', fr: 'La graine du hasard est tirée.' },
  'event.inject_fired': { en: 'Inject fired: {title}', fr: 'Inject lancé : {title}' },
} as const satisfies Words;
