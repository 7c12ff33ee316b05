import type { Words } from '../sentence';

/** The wall: what a whole room reads from its chairs. */
export const wallWords = {
  'wall.page': { en: 'The wall', fr: 'Le mur' },
  'wall.open': { en: 'Open the wall', fr: 'Ouvrir le mur' },
  'wall.link': { en: 'Link for another screen', fr: 'Lien pour un autre écran' },
  'wall.link_label': { en: 'The link of the wall', fr: 'Le lien du mur' },
  'wall.link_note': {
    en: 'Whoever has it sees what the room sees. A new link ends the old one.',
    fr: 'Qui l’a voit ce que voit la salle. Un nouveau lien annule l’ancien.',
  },
  'wall.link_qr': { en: 'QR code of the wall’s link', fr: 'Code QR du lien du mur' },
  'check.ask': {
    en: 'Can a phone reach me? Open this address on it:',
    fr: 'Un téléphone me joint-il ? Ouvrez-y cette adresse :',
  },
  'check.reached': { en: 'This device reached the server.', fr: 'Cet appareil joint le serveur.' },
  'check.address': { en: 'Address used:', fr: 'Adresse utilisée :' },
  'check.line_trying': {
    en: 'Trying the line that the game needs…',
    fr: 'Essai de la liaison dont le jeu a besoin…',
  },
  'check.line_works': {
    en: 'The line that the game needs works too (WebSocket). This device can play.',
    fr: 'La liaison dont le jeu a besoin fonctionne aussi (WebSocket). Cet appareil peut jouer.',
  },
  'check.line_blocked': {
    en: 'The line that the game needs does not open (WebSocket). Try another network or browser, or a hotspot of the laptop.',
    fr: 'La liaison dont le jeu a besoin ne s’ouvre pas (WebSocket). Essayez un autre réseau ou navigateur, ou le point d’accès du portable.',
  },

  'wall.join': {
    en: 'Join with this code at {host}, or scan the picture.',
    fr: 'Entrez avec ce code à l’adresse {host}, ou scannez l’image.',
  },
  'wall.code': { en: 'Code', fr: 'Code' },
  'wall.taken': {
    en: { one: '{n} seat is taken.', other: '{n} seats are taken.' },
    fr: { one: '{n} siège est occupé.', other: '{n} sièges sont occupés.' },
  },
  'wall.no_door': {
    en: 'The join code could not be read. The page asks again by itself.',
    fr: 'Le code d’entrée n’a pas pu être lu. La page redemande d’elle-même.',
  },

  'wall.incident': { en: 'Incident {n}', fr: 'Incident {n}' },
  'wall.hit': { en: 'Hit: {names}', fr: 'Touchés : {names}' },
  'wall.consultation': { en: 'Consultation under Article 4', fr: 'Consultation, article 4' },
  'wall.waits': {
    en: 'The text is back on the table. The chair waits for a new version.',
    fr: 'Le texte est revenu sur la table. La présidence attend une nouvelle version.',
  },
  'wall.more': { en: 'and {n} more', fr: 'et {n} de plus' },
  'wall.rest': {
    en: 'The rest stands on your own screens.',
    fr: 'La suite figure sur vos écrans.',
  },
  'wall.version': { en: 'Version {n}: {title}', fr: 'Version {n} : {title}' },
  'wall.closed_doors': {
    en: 'The Council meets behind closed doors. This screen shows what is public.',
    fr: 'Le Conseil siège à huis clos. Cet écran montre ce qui est public.',
  },
  'wall.stance.support': { en: 'support', fr: 'soutien' },
  'wall.stance.can_accept': { en: 'can accept', fr: 'acceptable' },
  'wall.stance.reservation': { en: 'reserve', fr: 'réserve' },
  'wall.stance.cannot_accept': { en: 'cannot', fr: 'refus' },
  'wall.stance.awaiting_instructions': { en: 'awaiting', fr: 'en attente' },

  'wall.lost': {
    en: 'This screen lost the server at {time}. It tries to come back; what it shows may be old.',
    fr: 'Cet écran a perdu le serveur à {time}. Il tente de revenir ; ce qu’il montre peut dater.',
  },
  'wall.not_yours': {
    en: 'This screen may not show the wall. Open it from the control room, or with a new link.',
    fr: 'Cet écran ne peut montrer le mur. Ouvrez-le depuis la salle d’animation ou par un nouveau lien.',
  },
  'wall.to_sign_in': { en: 'Sign in', fr: 'Se connecter' },

  'wall.rules_title': { en: 'The silence procedure', fr: 'La procédure d’approbation tacite' },
  'wall.rule_1': {
    en: 'The chair puts a text under silence until a stated time. It is frozen.',
    fr: 'La présidence place un texte sous silence jusqu’à une heure dite. Il est figé.',
  },
  'wall.rule_2': {
    en: 'Saying nothing is agreeing. There is no vote and no abstention.',
    fr: 'Qui ne dit mot consent. Il n’y a ni vote ni abstention.',
  },
  'wall.rule_3': {
    en: 'Any one delegation may break silence before that time. It names a ground.',
    fr: 'Une seule délégation peut le rompre avant cette heure. Elle donne un motif.',
  },
  'wall.rule_4': {
    en: 'Broken: the text is not agreed. A new version of it may follow.',
    fr: 'Rompu : le texte n’est pas agréé. Une nouvelle version peut suivre.',
  },
  'wall.rule_5': {
    en: 'Unbroken: all adopt it. What counts is when the server receives a break.',
    fr: 'Non rompu : tous l’adoptent. Seule compte l’heure de réception au serveur.',
  },

  'wall.tools': { en: 'This screen', fr: 'Cet écran' },
  'wall.language': { en: 'Language', fr: 'Langue' },
  'wall.rules': { en: 'Rules', fr: 'Règles' },
  'wall.sound_on': { en: 'Sound is on', fr: 'Le son est actif' },
  'wall.sound_off': { en: 'Sound is off', fr: 'Le son est coupé' },
  'wall.light': { en: 'Bright or dark', fr: 'Clair ou sombre' },
  'wall.whole': { en: 'Full screen', fr: 'Plein écran' },
} as const satisfies Words;
