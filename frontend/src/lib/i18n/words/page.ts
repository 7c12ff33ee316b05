import type { Words } from '../sentence';

/** What stands on every page: head, foot, line, receipts, keys. */
export const pageWords = {
  quote: { en: '“{words}”', fr: '« {words} »' },
  brand: { en: 'Under Silence', fr: 'Under Silence' },
  'page.footer': {
    en: 'An exercise. Not a NATO document; not affiliated with NATO; predicts nothing.',
    fr: 'Un exercice. Ce n’est pas un document de l’OTAN ; sans lien avec l’OTAN ; ne prédit rien.',
  },
  'page.language': { en: 'Language', fr: 'Langue' },
  'page.theme': { en: 'Light', fr: 'Lumière' },
  'theme.auto': { en: 'Auto', fr: 'Auto' },
  'theme.light': { en: 'Bright', fr: 'Clair' },
  'theme.dark': { en: 'Dark', fr: 'Sombre' },
  'page.turn': { en: 'Turn {n}', fr: 'Tour {n}' },
  'page.skip_text': { en: 'Go to the text', fr: 'Aller au texte' },
  'page.skip_council': { en: 'Go to the Council', fr: 'Aller au Conseil' },
  'page.skip_moves': { en: 'Go to the moves', fr: 'Aller aux actions' },
  'page.loading': { en: 'Opening the table…', fr: 'Ouverture de la table…' },
  'page.awaiting': {
    en: 'Waiting for the server to answer. The page tries by itself.',
    fr: 'En attente de la réponse du serveur. La page réessaie d’elle-même.',
  },
  'page.broken_part': {
    en: 'This part could not be shown.',
    fr: 'Cette partie n’a pas pu être affichée.',
  },
  'page.try_again': { en: 'Try again', fr: 'Réessayer' },
  'page.close': { en: 'Close', fr: 'Fermer' },
  'page.dismiss': { en: 'Put away', fr: 'Ranger' },
  'page.cancel': { en: 'Not now', fr: 'Pas maintenant' },
  'page.settings': { en: 'Settings and keys', fr: 'Réglages et touches' },
  'page.no_page': {
    en: 'There is no page at this address. Go to the start and enter your code.',
    fr: 'Il n’y a pas de page à cette adresse. Allez à l’accueil et entrez votre code.',
  },
  'page.to_start': { en: 'To the start', fr: 'À l’accueil' },

  'line.connecting': { en: 'Connecting', fr: 'Connexion' },
  'line.connected': { en: 'Connected', fr: 'Connecté' },
  'line.slower': { en: 'Connected (slower way)', fr: 'Connecté (voie plus lente)' },
  'line.slow': { en: 'Slow, {s} s', fr: 'Lent, {s} s' },
  'line.reconnecting': { en: 'Reconnecting', fr: 'Reconnexion' },
  'line.offline': { en: 'Offline for {d}', fr: 'Hors ligne depuis {d}' },
  'line.closed': { en: 'Closed', fr: 'Fermé' },
  'line.offline_long': {
    en: 'Offline for {d}. What you write is kept here. To object now, tell the facilitator aloud.',
    fr: 'Hors ligne depuis {d}. Ce que vous écrivez est conservé ici. Pour objecter maintenant, dites-le de vive voix à l’animation.',
  },
  'line.offline_control': {
    en: 'Offline for {d}. The game goes on at the server; this page tries to come back.',
    fr: 'Hors ligne depuis {d}. La partie continue au serveur ; cette page tente de revenir.',
  },
  'line.as_of': {
    en: 'As of {time}. The countdown goes on by estimate.',
    fr: 'État de {time}. Le décompte continue par estimation.',
  },
  'line.older': {
    en: 'The server has a newer page than this one. Reload when no silence runs; what you wrote is kept.',
    fr: 'Le serveur a une page plus récente que celle-ci. Rechargez quand aucun silence ne court ; ce que vous avez écrit est conservé.',
  },
  'line.reload': { en: 'Reload now', fr: 'Recharger maintenant' },
  'line.back': { en: 'Back. While you were away:', fr: 'De retour. Pendant votre absence :' },
  'line.back_nothing': {
    en: 'Back. Nothing happened meanwhile.',
    fr: 'De retour. Rien ne s’est passé entre-temps.',
  },
  'line.4401': {
    en: 'Your sitting has ended. Enter the code again; your seat waits for you.',
    fr: 'Votre séance a pris fin. Entrez de nouveau le code ; votre siège vous attend.',
  },
  'line.4403': {
    en: 'This seat is not yours. Join with the code, or ask the facilitator for your link.',
    fr: 'Ce siège n’est pas le vôtre. Entrez le code ou demandez votre lien à l’animation.',
  },
  'line.4404': {
    en: 'There is no such game. Check the address with your facilitator.',
    fr: 'Cette partie n’existe pas. Vérifiez l’adresse auprès de l’animation.',
  },
  'line.4410': {
    en: 'You no longer hold this seat. Ask the facilitator for a new one.',
    fr: 'Vous n’occupez plus ce siège. Demandez-en un autre à l’animation.',
  },

  'receipt.sending': {
    en: 'Sending, not yet confirmed',
    fr: 'Envoi en cours, pas encore confirmé',
  },
  'receipt.done': { en: 'Done, {time}.', fr: 'Fait, {time}.' },
  'receipt.number': { en: 'no. {n} in {room}', fr: 'n° {n}, {room}' },
  'receipt.unsent': {
    en: 'Not sent: the line is down. Your words are kept here; send them when it is back.',
    fr: 'Non envoyé : la liaison est coupée. Vos mots sont conservés ; envoyez-les à son retour.',
  },
  'receipt.too_long': {
    en: 'Not sent: this is longer than the server takes at once. Shorten it, then send again.',
    fr: 'Non envoyé : c’est plus long que ce que le serveur accepte. Raccourcissez, puis renvoyez.',
  },
  'receipt.unreadable': {
    en: 'The server could not read this and closed the line. Reload the page, then send again.',
    fr: 'Le serveur n’a pas pu lire ceci et a fermé la liaison. Rechargez la page, puis renvoyez.',
  },
  'receipt.withdrawn': {
    en: 'Not sent, at your wish.',
    fr: 'Non envoyé, comme vous l’avez voulu.',
  },
  'receipts.title': { en: 'Receipts', fr: 'Accusés de réception' },
  'receipts.note': { en: 'your last twenty acts', fr: 'vos vingt derniers actes' },
  'receipts.none': {
    en: 'Nothing sent yet. Each act is answered here by the server.',
    fr: 'Rien d’envoyé. Le serveur répond ici à chaque acte.',
  },

  'room.public': { en: 'public', fr: 'public' },
  'room.council': { en: 'the Council', fr: 'le Conseil' },
  'room.chair': { en: 'the chair', fr: 'la présidence' },
  'room.red': { en: 'the adversary', fr: 'l’adversaire' },
  'room.white': { en: 'control', fr: 'l’animation' },
  'room.ear': { en: 'the chair’s ear: {name}', fr: 'oreille de la présidence : {name}' },
  'room.delegation': { en: '{name} only', fr: 'délégation : {name}' },

  'who.server': { en: 'The server', fr: 'Le serveur' },
  'who.facilitator': { en: 'The facilitators', fr: 'L’animation' },
  'who.automatic': { en: 'The automatic chair', fr: 'La présidence automatique' },
  'who.chair': { en: 'The chair', fr: 'La présidence' },
  'who.somebody': { en: 'A delegation', fr: 'Une délégation' },

  'keys.title': { en: 'Keys', fr: 'Touches' },
  'keys.note': {
    en: 'Single letters work outside fields only.',
    fr: 'Les lettres seules n’agissent qu’en dehors des champs.',
  },
  'keys.switch': { en: 'Single-letter keys', fr: 'Touches à une lettre' },
  'keys.on': { en: 'On', fr: 'Actives' },
  'keys.off': { en: 'Off', fr: 'Inactives' },
  'keys.break': { en: 'Break silence', fr: 'Rompre le silence' },
  'keys.time': { en: 'Ask for more time', fr: 'Demander un délai' },
  'keys.position': { en: 'State a position', fr: 'Prendre position' },
  'keys.paragraph': { en: 'Previous or next paragraph', fr: 'Paragraphe précédent ou suivant' },
  'keys.region': {
    en: 'Go to Text, Brief, Council, Inbox, Moves',
    fr: 'Aller à Texte, Mandat, Conseil, Reçus, Actions',
  },
  'keys.rows': {
    en: 'Next or previous row of the plan',
    fr: 'Ligne suivante ou précédente du plan',
  },
  'keys.open': { en: 'Open or close that row', fr: 'Ouvrir ou fermer cette ligne' },
  'keys.say': { en: 'Say the time left', fr: 'Dire le temps restant' },
  'keys.help': { en: 'Show these keys', fr: 'Afficher ces touches' },
  'keys.grounds': { en: 'In the break: choose a ground', fr: 'Dans la rupture : choisir un motif' },
  'keys.send': { en: 'In the break: send it', fr: 'Dans la rupture : l’envoyer' },
  'keys.escape': { en: 'Close; what was written stays', fr: 'Fermer ; ce qui est écrit reste' },
  'keys.fire': { en: 'Fire the next inject', fr: 'Lancer le prochain inject' },
  'keys.inject': { en: 'New inject', fr: 'Nouvel inject' },
  'keys.pause': { en: 'Pause or resume', fr: 'Mettre en pause ou reprendre' },
  'speak.title': { en: 'What is spoken', fr: 'Ce qui est annoncé' },
  'speak.all': { en: 'All', fr: 'Tout' },
  'speak.last': { en: 'Last minute', fr: 'Dernière minute' },
  'speak.outcome': { en: 'Outcome only', fr: 'Issue seulement' },
} as const satisfies Words;
