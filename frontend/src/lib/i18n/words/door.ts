import type { Words } from '../sentence';

/** Before the table: join, link, sign in, games. */
export const doorWords = {
  'join.promise': {
    en: 'Thirty-two delegations, one text. It is adopted when nobody objects before the clock runs out. You sit for one of them.',
    fr: 'Trente-deux délégations, un texte. Il est adopté si personne n’objecte avant la fin du temps. Vous représentez l’une d’elles.',
  },
  'join.p1': { en: 'No account.', fr: 'Sans compte.' },
  'join.p1_more': {
    en: 'A code, a seat, a brief. Three taps, and you are at the table.',
    fr: 'Un code, un siège, un mandat. Trois gestes, et vous êtes à la table.',
  },
  'join.p2': { en: 'On any device.', fr: 'Sur tout appareil.' },
  'join.p2_more': {
    en: 'Refresh, change phone, lose the network: your seat and your unsent words stay.',
    fr: 'Rechargez, perdez le réseau : votre siège et vos mots non envoyés restent.',
  },
  'join.p3': { en: 'In two languages.', fr: 'En deux langues.' },
  'join.p3_more': {
    en: 'English and French, changed at any moment, also in the middle of a text.',
    fr: 'Français et anglais, à tout moment, même au milieu d’un texte.',
  },
  'join.code': {
    en: 'Code from the screen or your sheet',
    fr: 'Code affiché à l’écran ou sur votre fiche',
  },
  'join.code_help': {
    en: 'Six letters and digits. No O, 0, I, L or 1.',
    fr: 'Six lettres et chiffres. Ni O, ni 0, ni I, ni L, ni 1.',
  },
  'join.code_short': {
    en: 'The code has six letters and digits. {n} are missing.',
    fr: 'Le code a six lettres et chiffres. Il en manque {n}.',
  },
  'join.unknown': {
    en: 'No game has this code. Check the letters with your facilitator.',
    fr: 'Aucune partie ne porte ce code. Vérifiez les lettres auprès de l’animation.',
  },
  'join.name': {
    en: 'Your name, as the room knows you',
    fr: 'Votre nom, tel que la salle vous connaît',
  },
  'join.optional': { en: 'optional', fr: 'facultatif' },
  'join.name_help': {
    en: 'Deleted with the game. A pseudonym is fine.',
    fr: 'Effacé avec la partie. Un pseudonyme convient.',
  },
  'join.take': { en: 'Take a seat', fr: 'Prendre place' },
  'join.lost': {
    en: 'Lost your seat? The same code brings you back.',
    fr: 'Siège perdu ? Le même code vous y ramène.',
  },
  'join.running': { en: 'Running the exercise?', fr: 'Vous animez l’exercice ?' },
  'join.sign_in': { en: 'Sign in as facilitator', fr: 'Se connecter comme animation' },
  'join.back': { en: 'Go on as {name}: {title}', fr: 'Continuer pour {name} : {title}' },
  'join.seat_of': { en: 'Which seat would you like?', fr: 'Quel siège souhaitez-vous ?' },
  'join.seat_help': {
    en: 'The facilitator has the last word. Seats of this scenario come first.',
    fr: 'L’animation a le dernier mot. Les sièges de ce scénario viennent d’abord.',
  },
  'join.any': { en: 'Any seat', fr: 'N’importe quel siège' },
  'join.taken': { en: 'taken', fr: 'pris' },
  'join.cast': { en: 'In this scenario', fr: 'Dans ce scénario' },
  'join.others': { en: 'All other seats', fr: 'Tous les autres sièges' },
  'join.ask': { en: 'Ask for this seat', fr: 'Demander ce siège' },
  'join.change_code': { en: 'Another code', fr: 'Un autre code' },
  'join.waiting': {
    en: 'The facilitator admits you in a moment.',
    fr: 'L’animation vous admet dans un instant.',
  },
  'join.waiting_more': {
    en: 'Keep this page open. It goes to your table by itself.',
    fr: 'Gardez cette page ouverte. Elle va d’elle-même à votre table.',
  },
  'join.turned_away': {
    en: 'The facilitator has turned this request away. Speak to them, then enter the code again.',
    fr: 'L’animation a refusé cette demande. Adressez-vous à elle, puis entrez de nouveau le code.',
  },
  'join.revoked': {
    en: 'Your seat was given back. Enter the code again to ask for one.',
    fr: 'Votre siège a été rendu. Entrez de nouveau le code pour en demander un.',
  },
  'join.asking': { en: 'Asking the server…', fr: 'Le serveur est interrogé…' },
  'trouble.offline': {
    en: 'The server does not answer. Check that you are in the right network, then try again.',
    fr: 'Le serveur ne répond pas. Vérifiez que vous êtes sur le bon réseau, puis réessayez.',
  },
  'trouble.other': {
    en: 'The server could not do this ({code}). Try again; if it stays so, tell the facilitator.',
    fr: 'Le serveur n’a pas pu le faire ({code}). Réessayez ; si cela persiste, prévenez l’animation.',
  },

  'link.opening': { en: 'Opening your seat…', fr: 'Ouverture de votre siège…' },
  'link.no_token': {
    en: 'This link is not complete. Open it again from the sheet or the message, or enter the code.',
    fr: 'Ce lien est incomplet. Rouvrez-le depuis la fiche ou le message, ou entrez le code.',
  },

  'sign_in.title': { en: 'Sign in as facilitator', fr: 'Se connecter comme animation' },
  'sign_in.note': {
    en: 'Name and password stand in the terminal of the first start.',
    fr: 'Nom et mot de passe figurent dans le terminal du premier lancement.',
  },
  'sign_in.name': { en: 'Name', fr: 'Nom' },
  'sign_in.password': { en: 'Password', fr: 'Mot de passe' },
  'sign_in.send': { en: 'Sign in', fr: 'Se connecter' },
  'sign_in.wrong': {
    en: 'Name or password is wrong. Both stand in the terminal of the first start.',
    fr: 'Nom ou mot de passe incorrect. Les deux figurent dans le terminal du premier lancement.',
  },
  sign_out: { en: 'Sign out', fr: 'Se déconnecter' },

  'games.title': { en: 'Games', fr: 'Parties' },
  'games.yours': { en: 'Your games', fr: 'Vos parties' },
  'games.none': {
    en: 'No game yet. Open one from a scenario below.',
    fr: 'Aucune partie. Ouvrez-en une depuis un scénario ci-dessous.',
  },
  'games.new': { en: 'New game', fr: 'Nouvelle partie' },
  'games.open': { en: 'Open a game', fr: 'Ouvrir une partie' },
  'games.enter': { en: 'To the control room', fr: 'À la salle d’animation' },
  'games.code': { en: 'code', fr: 'code' },
  'games.seats': {
    en: { one: '{n} seat held', other: '{n} seats held' },
    fr: { one: '{n} siège tenu', other: '{n} sièges tenus' },
  },
  'games.no_scenarios': {
    en: 'No scenario was found in the fixtures folder. Add one and reload.',
    fr: 'Aucun scénario dans le dossier des fixtures. Ajoutez-en un et rechargez.',
  },
  'games.cast': { en: 'Seats to fill first: {names}', fr: 'Sièges à pourvoir d’abord : {names}' },
  'games.flags': { en: 'Contains: {flags}', fr: 'Contient : {flags}' },
  'status.waiting': { en: 'not started', fr: 'pas commencée' },
  'status.running': { en: 'running', fr: 'en cours' },
  'status.ended': { en: 'ended', fr: 'terminée' },
} as const satisfies Words;
