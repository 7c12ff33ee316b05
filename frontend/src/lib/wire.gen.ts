// Written by `manage.py generate_types` from the server's types. Do not edit.

export const Grade = ['A', 'B', 'C', 'K', 'J'] as const;
export type Grade = (typeof Grade)[number];

export const Ground = ['territorial_integrity', 'political_independence', 'security'] as const;
export type Ground = (typeof Ground)[number];

export const BreakGround = ['attribution_not_proven', 'legal_basis', 'premature_timing', 'escalation', 'no_parliament_mandate', 'resources', 'linkage_to_other_dispute', 'wants_stronger_text', 'instructions_pending'] as const;
export type BreakGround = (typeof BreakGround)[number];

export const Stance = ['support', 'can_accept', 'reservation', 'cannot_accept', 'awaiting_instructions'] as const;
export type Stance = (typeof Stance)[number];

export const GameStatus = ['waiting', 'running', 'ended'] as const;
export type GameStatus = (typeof GameStatus)[number];

export const StopReason = ['not_started', 'paused', 'outage', 'ended'] as const;
export type StopReason = (typeof StopReason)[number];

export const HeldBy = ['people', 'bot', 'control', 'absent'] as const;
export type HeldBy = (typeof HeldBy)[number];

export const ConsultationState = ['requested', 'open', 'ended', 'fallen'] as const;
export type ConsultationState = (typeof ConsultationState)[number];

export const DraftState = ['on_table', 'under_silence', 'adopted', 'withdrawn', 'fallen_back', 'ended'] as const;
export type DraftState = (typeof DraftState)[number];

export const SilenceState = ['running', 'broken', 'adopted', 'lapsed'] as const;
export type SilenceState = (typeof SilenceState)[number];

export const Outcome = ['none', 'sg_statement', 'council_statement'] as const;
export type Outcome = (typeof Outcome)[number];

/** Words in both languages of the Alliance. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

/** Where a statement comes from: its grade and a short reference. */
export interface Source {
  readonly grade: Grade;
  readonly source: string;
}

/** One aim or one red line of a seat's instructions (rules 1.5). */
export interface Line {
  readonly text: Text;
}

/** What one delegation is told by its capital before the game. */
export interface SeatBrief {
  readonly seat: string;
  readonly brief: Text;
  readonly aims: ReadonlyArray<Line>;
  readonly red_lines: ReadonlyArray<Line>;
  readonly basis: Source;
}

/** One message of an inject to one compartment. */
export interface Delivery {
  readonly to: string;
  readonly form: 'cable' | 'incident' | 'news';
  readonly title: Text;
  readonly body: Text;
  readonly targets: ReadonlyArray<string>;
  readonly basis: Source;
}

/** One line of the MSEL: something the facilitators may let happen. */
export interface Inject {
  readonly id: string;
  readonly title: Text;
  readonly deliveries: ReadonlyArray<Delivery>;
  readonly planned_ms: number | null;
}

/** A member of the Alliance at the scenario's date, by ISO 3166 alpha-3 code. */
export interface Ally {
  readonly seat: string;
  readonly name: Text;
}

/** A first wording that a delegation may take as the start of its draft. */
export interface Starter {
  readonly id: string;
  readonly title: Text;
  readonly paragraphs: ReadonlyArray<Text>;
}

/** A crisis to be played: the frozen contents of one fixture. */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly date: string;
  readonly place: Text;
  readonly summary: Text;
  readonly allies: ReadonlyArray<Ally>;
  readonly briefs: ReadonlyArray<SeatBrief>;
  readonly injects: ReadonlyArray<Inject>;
  readonly starters: ReadonlyArray<Starter>;
  readonly cast: ReadonlyArray<string>;
  readonly turn_ms: number;
  readonly content_flags: ReadonlyArray<Text>;
  readonly house_rules: HouseRules;
  readonly sources: ReadonlyArray<string>;
  readonly record: Text | null;
}

/** What a table may choose. Lengths are ms of game clock. */
export interface HouseRules {
  readonly courtesy_ms: number;
  readonly opening_lead_ms: number;
  readonly drafting_ms: number;
  readonly redrafting_ms: number;
  readonly silence_first_ms: number;
  readonly silence_later_ms: number;
  readonly silence_shortest_ms: number;
  readonly silences_at_once: number;
  readonly extensions_per_silence: number;
  readonly association_ms: number;
  readonly break_author: 'chair' | 'council' | 'leak';
  readonly break_ground: 'chair' | 'council';
  readonly break_leak_after_ms: number;
  readonly break_public_after_ms: number | null;
  readonly breaks_to_fall_back: number | null;
  readonly breaks_per_ally: number | null;
  readonly adopted_text_public: boolean;
  readonly facilitator_ends_turns: boolean;
  readonly gallery_inside: boolean;
  readonly hold_floor_ms: number;
}

/** One numbered paragraph of a text, in either language or both (rules 11). */
export interface Paragraph {
  readonly en: string;
  readonly fr: string;
}

/** The heading of a text, in either language or both. */
export interface Title {
  readonly en: string;
  readonly fr: string;
}

/** Ask for consultation under Article 4 (rules 4.2). Nobody can refuse it. */
export interface RequestConsultation {
  readonly kind: 'request_consultation';
  readonly incidents: ReadonlyArray<string>;
  readonly ground: Ground;
  readonly words?: string;
}

/** Join a consultation asked for by another; once it is open, associate with it. */
export interface JoinRequest {
  readonly kind: 'join_request';
  readonly consultation: string;
  readonly ground: Ground;
  readonly words?: string;
}

/** Take one's own request back before the meeting opens (rules 4.2). */
export interface WithdrawRequest {
  readonly kind: 'withdraw_request';
  readonly consultation: string;
}

/** Put a first version on the table of an open meeting. */
export interface TableDraft {
  readonly kind: 'table_draft';
  readonly consultation: string;
  readonly title: Title;
  readonly paragraphs: ReadonlyArray<Paragraph>;
}

/** The sponsor's next version. `after` is the version it was written from. */
export interface TableVersion {
  readonly kind: 'table_version';
  readonly draft: string;
  readonly after: number;
  readonly paragraphs: ReadonlyArray<Paragraph>;
}

/** The sponsor takes its draft off the table, while it is not under silence. */
export interface WithdrawDraft {
  readonly kind: 'withdraw_draft';
  readonly draft: string;
}

/** Put one's name beside the sponsor's. */
export interface CosponsorDraft {
  readonly kind: 'cosponsor_draft';
  readonly draft: string;
}

/** Say to the Council where one stands on a version. */
export interface StatePosition {
  readonly kind: 'state_position';
  readonly draft: string;
  readonly version: number;
  readonly stance: Stance;
  readonly words?: string;
}

/** Object before the deadline (rules 6.2). Irrevocable for that version. */
export interface BreakSilence {
  readonly kind: 'break_silence';
  readonly silence: string;
  readonly ground: BreakGround;
  readonly objected?: ReadonlyArray<number>;
  readonly reason?: string;
  readonly lift?: string;
  readonly proposed?: string;
}

/** Stand beside a break, on one's own ground (rules 6.2). */
export interface AssociateWithBreak {
  readonly kind: 'associate_with_break';
  readonly silence: string;
  readonly ground: BreakGround;
  readonly words?: string;
}

/** Ask the chair for more time on a running silence. */
export interface AskExtension {
  readonly kind: 'ask_extension';
  readonly silence: string;
  readonly reason?: string;
}

/** Open a requested consultation now (rules 4.2). */
export interface OpenMeeting {
  readonly kind: 'open_meeting';
  readonly consultation: string;
}

/** Put a version under silence. Without `length_ms` the house rules' length. */
export interface PlaceUnderSilence {
  readonly kind: 'place_under_silence';
  readonly draft: string;
  readonly version: number;
  readonly length_ms?: number | null;
  readonly reason?: string;
}

/** Move a running silence's deadline by `by_ms`. */
export interface ExtendSilence {
  readonly kind: 'extend_silence';
  readonly silence: string;
  readonly by_ms: number;
  readonly reason?: string;
}

/** Take the text back from silence before its deadline: it lapses. */
export interface WithdrawSilence {
  readonly kind: 'withdraw_silence';
  readonly silence: string;
  readonly reason?: string;
}

/** Start the game clock for the first time. */
export interface StartGame {
  readonly kind: 'start_game';
}

/** Stop the game clock for everybody (rules 7.1). */
export interface PauseGame {
  readonly kind: 'pause_game';
  readonly reason?: string;
}

/** Let a stopped clock run again; ends a hold after an outage too (rules 7.6). */
export interface ResumeGame {
  readonly kind: 'resume_game';
  readonly reason?: string;
}

/** Let a planned inject happen now (rules 9). */
export interface FireInject {
  readonly kind: 'fire_inject';
  readonly inject: string;
}

/** An incident that no plan foresaw, in the facilitator's own words. */
export interface InjectIncident {
  readonly kind: 'inject_incident';
  readonly title: Text;
  readonly body: Text;
  readonly targets?: ReadonlyArray<string>;
}

/** End the turn. It decides no text: silences run on, or lapse if told to (rules 3.3). */
export interface EndTurn {
  readonly kind: 'end_turn';
  readonly withdraw_silences?: boolean;
}

/** Close the game; refused while a silence runs (rules 3.3). */
export interface EndGame {
  readonly kind: 'end_game';
}

/** Let people hold a seat (an admission). */
export interface SeatPeople {
  readonly kind: 'seat_people';
  readonly seat: string;
}

/** Make a seat absent: it objects to nothing (rules 1.3). */
export interface VacateSeat {
  readonly kind: 'vacate_seat';
  readonly seat: string;
}

/** The clock stood from `last_sign_at` (UTC ms) for `gap_ms`: stop it there (rules 7.6). */
export interface BeginHold {
  readonly kind: 'begin_hold';
  readonly last_sign_at: number;
  readonly gap_ms: number;
}

/** Enough people are back, or twenty seconds passed: let the clock run (rules 7.6). */
export interface EndHold {
  readonly kind: 'end_hold';
  readonly why: 'all_back' | 'facilitator' | 'most_back' | 'waited';
}

/** What is played here, key `game`. */
export interface Game {
  readonly kind: 'game';
  readonly scenario: string;
  readonly title: Text;
  readonly date: string;
  readonly place: Text;
  readonly summary: Text;
  readonly law: number;
  readonly house_rules: HouseRules;
  readonly status: GameStatus;
  readonly content_flags: ReadonlyArray<Text>;
}

/** From this instant (UTC ms) and reading on the clock ran, until the next one. */
export interface Run {
  readonly reading_ms: number;
  readonly at: number;
}

/** The game clock, key `clock` (rules 7.1). */
export interface Clock {
  readonly kind: 'clock';
  readonly running: boolean;
  readonly reading_ms: number;
  readonly anchor_at: number;
  readonly stopped: StopReason | null;
  readonly reason: string;
  readonly stood_ms: number;
  readonly runs: ReadonlyArray<Run>;
}

/** One place at the table, key `seat/POL` (rules 1). Never a person's name. */
export interface Seat {
  readonly kind: 'seat';
  readonly seat: string;
  readonly name: Text;
  readonly held: HeldBy;
  readonly holder: number;
}

/** Something happened, key `incident/1`. `targets` are the allies hit (rules 4.3). */
export interface Incident {
  readonly kind: 'incident';
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  readonly targets: ReadonlyArray<string>;
  readonly at_ms: number;
  readonly basis: Source;
}

/** A line of the press, key `news/1`. */
export interface News {
  readonly kind: 'news';
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  readonly at_ms: number;
  readonly basis: Source;
}

/** What the public learns of the Council, key `bulletin/1`. */
export interface Bulletin {
  readonly kind: 'bulletin';
  readonly id: string;
  readonly subject: 'silence_broken' | 'text_adopted';
  readonly title: Title;
  readonly version: number;
  readonly by: string | null;
  readonly paragraphs: ReadonlyArray<Paragraph>;
  readonly at_ms: number;
}

/** The running or last turn, key `turn` (rules 3). */
export interface Turn {
  readonly kind: 'turn';
  readonly number: number;
  readonly opened_ms: number;
  readonly planned_end_ms: number;
  readonly rang: boolean;
  readonly ended_ms: number | null;
  readonly length_ms: number;
}

/** One ally behind a request, with its own ground and words (rules 4.2). */
export interface Requester {
  readonly seat: string;
  readonly ground: Ground;
  readonly words: string;
  readonly at_ms: number;
}

/** A consultation under Article 4, key `consultation/1` (rules 4.2). */
export interface Consultation {
  readonly kind: 'consultation';
  readonly id: string;
  readonly turn: number;
  readonly incidents: ReadonlyArray<string>;
  readonly state: ConsultationState;
  readonly requesters: ReadonlyArray<Requester>;
  readonly associated: ReadonlyArray<Requester>;
  readonly opens_ms: number;
  readonly opened_ms: number | null;
  readonly place_ms: number | null;
  readonly ended_ms: number | null;
  readonly outcome: Outcome | null;
  readonly spent: ReadonlyArray<string>;
}

/** A text on the table, key `draft/1`. Its versions are entities of their own. */
export interface Draft {
  readonly kind: 'draft';
  readonly id: string;
  readonly consultation: string;
  readonly sponsor: string;
  readonly cosponsors: ReadonlyArray<string>;
  readonly title: Title;
  readonly state: DraftState;
  readonly version: number;
  readonly breaks: number;
  readonly broken_version: number;
}

/** One version of a draft, key `draft/1/v2`. Never changes once made (rules 5). */
export interface Version {
  readonly kind: 'version';
  readonly draft: string;
  readonly number: number;
  readonly author: string;
  readonly paragraphs: ReadonlyArray<Paragraph>;
  readonly tabled_ms: number;
}

/** Where an ally stands on a version, key `position/draft/1/POL`: the last one stated. */
export interface Position {
  readonly kind: 'position';
  readonly seat: string;
  readonly draft: string;
  readonly version: number;
  readonly stance: Stance;
  readonly words: string;
  readonly at_ms: number;
}

/** One move of a deadline: old and new, who asked or gave, why (rules 5.1). */
export interface Extension {
  readonly from_ms: number;
  readonly to_ms: number;
  readonly asked_by: string | null;
  readonly given_by: string;
  readonly reason: string;
  readonly at_ms: number;
}

/** How a silence broke, as far as the Council knows (rules 6.2). */
export interface Broken {
  readonly at_ms: number;
  readonly by: string | null;
  readonly ground: BreakGround | null;
  readonly objected: ReadonlyArray<number>;
  readonly reason: string;
  readonly lift: string;
  readonly proposed: string;
}

/** An ally that stands beside a break, on its own ground. */
export interface Association {
  readonly seat: string;
  readonly ground: BreakGround;
  readonly words: string;
  readonly at_ms: number;
}

/** A version under silence, key `silence/1` (rules 6.1, 7.2). */
export interface Silence {
  readonly kind: 'silence';
  readonly id: string;
  readonly draft: string;
  readonly version: number;
  readonly state: SilenceState;
  readonly opened_ms: number;
  readonly deadline_ms: number;
  readonly closes_ms: number;
  readonly placed_by: string;
  readonly automatic: boolean;
  readonly reason: string;
  readonly extensions: ReadonlyArray<Extension>;
  readonly asked: ReadonlyArray<string>;
  readonly broken: Broken | null;
  readonly associations: ReadonlyArray<Association>;
  readonly outcome_ms: number | null;
  readonly closes_at: number | null;
  readonly public: boolean;
}

/** Who broke and why, for the chair's ear, key `break/silence/1` (rules 2.1, 6.2). */
export interface BreakNotice {
  readonly kind: 'break_notice';
  readonly silence: string;
  readonly seat: string;
  readonly first: boolean;
  readonly ground: BreakGround;
  readonly objected: ReadonlyArray<number>;
  readonly reason: string;
  readonly lift: string;
  readonly proposed: string;
  readonly at_ms: number;
}

/** What a capital told its delegation, key `instructions` (rules 1.5). */
export interface Instructions {
  readonly kind: 'instructions';
  readonly seat: string;
  readonly brief: Text;
  readonly aims: ReadonlyArray<Line>;
  readonly red_lines: ReadonlyArray<Line>;
  readonly basis: Source;
}

/** A message to one delegation, key `cable/1`. */
export interface Cable {
  readonly kind: 'cable';
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  readonly at_ms: number;
  readonly basis: Source;
}

/** First wordings that a delegation may start a draft from, key `wordings`, in council. */
export interface Wordings {
  readonly kind: 'wordings';
  readonly starters: ReadonlyArray<Starter>;
}

/** A line of the MSEL, key `inject/swarm`, in `white`. */
export interface PlannedInject {
  readonly kind: 'planned_inject';
  readonly id: string;
  readonly title: Text;
  readonly deliveries: ReadonlyArray<Delivery>;
  readonly planned_ms: number | null;
  readonly fired_ms: number | null;
}

/** The seed of chance, key `chance`, in `white`; its hash lies in `council` (rules 8). */
export interface Chance {
  readonly kind: 'chance';
  readonly seed: string;
}

/** The hash of the seed, key `chance`, in `council`. */
export interface SealedChance {
  readonly kind: 'sealed_chance';
  readonly sha256: string;
}

/** The first event: law, scenario's hash, seats, house rules (rules 8). */
export interface GameOpened {
  readonly kind: 'game_opened';
  readonly game: Game;
  readonly seats: ReadonlyArray<Seat>;
  readonly scenario_sha256: string;
}

/** The clock starts at reading 0. */
export interface GameStarted {
  readonly kind: 'game_started';
  readonly at: number;
}

/** The clock stands. */
export interface GamePaused {
  readonly kind: 'game_paused';
  readonly reading_ms: number;
  readonly at: number;
  readonly reason: string;
}

/** The clock runs again from `reading_ms`. */
export interface GameResumed {
  readonly kind: 'game_resumed';
  readonly reading_ms: number;
  readonly at: number;
  readonly reason: string;
}

/** Nobody kept the clock for `gap_ms`; it is put back to the last reading (rules 7.6). */
export interface OutageBegan {
  readonly kind: 'outage_began';
  readonly reading_ms: number;
  readonly gap_ms: number;
  readonly at: number;
}

/** The room is open again: the clock goes on (rules 7.6). `why` as in the move EndHold. */
export interface OutageEnded {
  readonly kind: 'outage_ended';
  readonly reading_ms: number;
  readonly at: number;
  readonly why: string;
}

/** Nothing more is played. */
export interface GameEnded {
  readonly kind: 'game_ended';
  readonly reading_ms: number;
  readonly at: number;
}

/** Another kind of holder sits here (rules 1.4). */
export interface SeatChanged {
  readonly kind: 'seat_changed';
  readonly seat: string;
  readonly held: HeldBy;
  readonly holder: number;
}

/** An incident, visible to everybody in its compartment. */
export interface IncidentHappened {
  readonly kind: 'incident_happened';
  readonly incident: Incident;
}

/** The press writes. */
export interface NewsPublished {
  readonly kind: 'news_published';
  readonly news: News;
}

/** The public learns of an outcome in the Council. */
export interface BulletinIssued {
  readonly kind: 'bulletin_issued';
  readonly bulletin: Bulletin;
}

/** A turn begins, with its planned end. */
export interface TurnOpened {
  readonly kind: 'turn_opened';
  readonly number: number;
  readonly at_ms: number;
  readonly planned_end_ms: number;
}

/** The planned end is reached; the facilitator ends the turn (rules 3.3). */
export interface TurnRang {
  readonly kind: 'turn_rang';
  readonly at_ms: number;
}

/** A silence's new deadline lies later: the planned end moves there (rules 3.3). */
export interface TurnMoved {
  readonly kind: 'turn_moved';
  readonly planned_end_ms: number;
}

/** The turn is over. */
export interface TurnEnded {
  readonly kind: 'turn_ended';
  readonly at_ms: number;
}

/** The scenario's first wordings lie ready. */
export interface WordingsLaid {
  readonly kind: 'wordings_laid';
  readonly starters: ReadonlyArray<Starter>;
}

/** The hash of the seed (rules 8). */
export interface ChanceSealed {
  readonly kind: 'chance_sealed';
  readonly sha256: string;
}

/** An ally asked for consultation; the meeting opens at `opens_ms` (rules 4.2). */
export interface ConsultationRequested {
  readonly kind: 'consultation_requested';
  readonly id: string;
  readonly turn: number;
  readonly incidents: ReadonlyArray<string>;
  readonly by: string;
  readonly ground: Ground;
  readonly words: string;
  readonly at_ms: number;
  readonly opens_ms: number;
}

/** Another ally stands behind the request. */
export interface RequestJoined {
  readonly kind: 'request_joined';
  readonly consultation: string;
  readonly by: string;
  readonly ground: Ground;
  readonly words: string;
  readonly at_ms: number;
}

/** After the opening: recorded, not counted (rules 4.2). */
export interface ConsultationAssociated {
  readonly kind: 'consultation_associated';
  readonly consultation: string;
  readonly by: string;
  readonly ground: Ground;
  readonly words: string;
  readonly at_ms: number;
}

/** An ally took its request back. */
export interface RequestWithdrawn {
  readonly kind: 'request_withdrawn';
  readonly consultation: string;
  readonly by: string;
  readonly at_ms: number;
}

/** No requester is left: the meeting does not take place. */
export interface ConsultationFell {
  readonly kind: 'consultation_fell';
  readonly consultation: string;
  readonly at_ms: number;
}

/** The chair opens the meeting. */
export interface MeetingOpened {
  readonly kind: 'meeting_opened';
  readonly consultation: string;
  readonly by: string;
  readonly automatic: boolean;
  readonly at_ms: number;
}

/** The consultation is over, with the form of its outcome (rules 6.5). */
export interface ConsultationEnded {
  readonly kind: 'consultation_ended';
  readonly consultation: string;
  readonly outcome: Outcome;
  readonly at_ms: number;
}

/** When the automatic chair will put a text under silence; None: not now (rules 1.2). */
export interface PlacingSet {
  readonly kind: 'placing_set';
  readonly consultation: string;
  readonly place_ms: number | null;
}

/** A first version lies on the table. */
export interface DraftTabled {
  readonly kind: 'draft_tabled';
  readonly id: string;
  readonly consultation: string;
  readonly by: string;
  readonly title: Title;
  readonly paragraphs: ReadonlyArray<Paragraph>;
  readonly at_ms: number;
}

/** The next version of a draft. */
export interface VersionTabled {
  readonly kind: 'version_tabled';
  readonly draft: string;
  readonly number: number;
  readonly by: string;
  readonly paragraphs: ReadonlyArray<Paragraph>;
  readonly at_ms: number;
}

/** Its sponsor took it off the table. */
export interface DraftWithdrawn {
  readonly kind: 'draft_withdrawn';
  readonly draft: string;
  readonly by: string;
  readonly at_ms: number;
}

/** The chair falls back to a weaker form; `kept` are words not in dispute (rules 6.5). */
export interface DraftFellBack {
  readonly kind: 'draft_fell_back';
  readonly draft: string;
  readonly form: Outcome;
  readonly kept: ReadonlyArray<Paragraph>;
  readonly automatic: boolean;
  readonly at_ms: number;
}

/** Another outcome or the turn's end took it off the table. */
export interface DraftEnded {
  readonly kind: 'draft_ended';
  readonly draft: string;
  readonly at_ms: number;
}

/** An ally put its name beside the sponsor's. */
export interface DraftCosponsored {
  readonly kind: 'draft_cosponsored';
  readonly draft: string;
  readonly by: string;
  readonly at_ms: number;
}

/** An ally said where it stands. */
export interface PositionStated {
  readonly kind: 'position_stated';
  readonly draft: string;
  readonly version: number;
  readonly by: string;
  readonly stance: Stance;
  readonly words: string;
  readonly at_ms: number;
}

/** A version is under silence; it is frozen. */
export interface SilencePlaced {
  readonly kind: 'silence_placed';
  readonly id: string;
  readonly draft: string;
  readonly version: number;
  readonly by: string;
  readonly automatic: boolean;
  readonly reason: string;
  readonly at_ms: number;
  readonly deadline_ms: number;
  readonly closes_ms: number;
}

/** A delegation asked for more time; the chair's answer follows. */
export interface ExtensionAsked {
  readonly kind: 'extension_asked';
  readonly silence: string;
  readonly by: string;
  readonly reason: string;
  readonly at_ms: number;
}

/** The chair does not give more time. */
export interface ExtensionRefused {
  readonly kind: 'extension_refused';
  readonly silence: string;
  readonly to: string;
  readonly automatic: boolean;
  readonly at_ms: number;
}

/** The deadline moves, for everybody. */
export interface SilenceExtended {
  readonly kind: 'silence_extended';
  readonly silence: string;
  readonly deadline_ms: number;
  readonly closes_ms: number;
  readonly asked_by: string | null;
  readonly by: string;
  readonly reason: string;
  readonly at_ms: number;
}

/** The clock was stopped inside the courtesy, which ends at an instant now (rules 7.7). */
export interface CourtesyRanOn {
  readonly kind: 'courtesy_ran_on';
  readonly silence: string;
  readonly closes_at: number;
}

/** The text is taken back: lapsed. */
export interface SilenceWithdrawn {
  readonly kind: 'silence_withdrawn';
  readonly silence: string;
  readonly by: string;
  readonly reason: string;
  readonly at_ms: number;
}

/** Somebody objected in time. What the house rules hide is None or empty here. */
export interface SilenceBroken {
  readonly kind: 'silence_broken';
  readonly silence: string;
  readonly by: string | null;
  readonly ground: BreakGround | null;
  readonly objected: ReadonlyArray<number>;
  readonly reason: string;
  readonly lift: string;
  readonly proposed: string;
  readonly at_ms: number;
}

/** An ally stands beside the break (rules 6.2). */
export interface BreakAssociated {
  readonly kind: 'break_associated';
  readonly silence: string;
  readonly by: string;
  readonly ground: BreakGround;
  readonly words: string;
  readonly at_ms: number;
}

/** By house rule the Council learns who broke. */
export interface BreakAuthorLeaked {
  readonly kind: 'break_author_leaked';
  readonly silence: string;
  readonly by: string;
  readonly ground: BreakGround;
  readonly reason: string;
}

/** By house rule the public learns that silence broke; its own bulletin says so (6.2). */
export interface BreakMadePublic {
  readonly kind: 'break_made_public';
  readonly silence: string;
}

/** Nobody objected. Recorded at the deadline (rules 7.2). */
export interface TextAdopted {
  readonly kind: 'text_adopted';
  readonly silence: string;
  readonly draft: string;
  readonly version: number;
  readonly at_ms: number;
}

/** Who objected and why, in the chair's ear. `first`: this is what broke the silence. */
export interface BreakTold {
  readonly kind: 'break_told';
  readonly silence: string;
  readonly by: string;
  readonly first: boolean;
  readonly ground: BreakGround;
  readonly objected: ReadonlyArray<number>;
  readonly reason: string;
  readonly lift: string;
  readonly proposed: string;
  readonly at_ms: number;
}

/** A capital instructs its delegation. */
export interface InstructionsGiven {
  readonly kind: 'instructions_given';
  readonly instructions: Instructions;
}

/** A message to one delegation. */
export interface CableSent {
  readonly kind: 'cable_sent';
  readonly cable: Cable;
}

/** The MSEL, for facilitators only. */
export interface PlanLaid {
  readonly kind: 'plan_laid';
  readonly injects: ReadonlyArray<PlannedInject>;
}

/** The seed of chance. */
export interface SeedDrawn {
  readonly kind: 'seed_drawn';
  readonly seed: string;
}

/** A planned inject went out. */
export interface InjectFired {
  readonly kind: 'inject_fired';
  readonly inject: string;
  readonly at_ms: number;
}

/** First frame. `heads`: the last number seen per compartment, empty on a first visit. */
export interface Hello {
  readonly kind: 'hello';
  readonly branch?: string;
  readonly heads?: Readonly<Record<string, number>>;
}

/** A move, with the id its client made; sent again it happens once (rules 7.9). */
export interface Play {
  readonly kind: 'play';
  readonly id: string;
  readonly move: PlayerMove;
}

/** What may this seat do now, and why not the rest? */
export interface AskMay {
  readonly kind: 'ask_may';
}

/** Clock question: the server answers `time` with its own instant. */
export interface Sync {
  readonly kind: 'sync';
  readonly t: number;
}

/** Flow control: the last number worked off per compartment. */
export interface Seen {
  readonly kind: 'seen';
  readonly heads: Readonly<Record<string, number>>;
}

/** One compartment as a fresh view: its last number and all its entities. */
export interface Room {
  readonly number: number;
  readonly entities: Readonly<Record<string, AnyEntity>>;
}

/** Answer to `hello`. If `fresh`, a `view` follows; else the missed `frame`s. */
export interface Welcome {
  readonly kind: 'welcome';
  readonly game: string;
  readonly branch: string;
  readonly seat: string;
  readonly holder: number;
  readonly fresh: boolean;
  readonly now_at: number;
}

/** Everything this seat may see now; replaces what the client held. */
export interface View {
  readonly kind: 'view';
  readonly rooms: Readonly<Record<string, Room>>;
}

/** One event of one compartment and the entities it changed, whole. */
export interface Frame {
  readonly kind: 'frame';
  readonly compartment: string;
  readonly number: number;
  readonly at_ms: number;
  readonly at: number;
  readonly event: AnyEvent;
  readonly entities: Readonly<Record<string, AnyEntity | null>>;
}

/** The move is on the record. `numbers`: its events in compartments this seat reads. */
export interface Done {
  readonly kind: 'done';
  readonly id: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly at_ms: number;
  readonly at: number;
}

/** The move was not taken. `again`: the same id may be sent again (transient). */
export interface Refused {
  readonly kind: 'refused';
  readonly id: string;
  readonly code: string;
  readonly holes: Readonly<Record<string, string | number | number>>;
  readonly en: string;
  readonly fr: string;
  readonly again: boolean;
}

/** One kind of move: possible now, or the reason why not. */
export interface Possibility {
  readonly move: string;
  readonly may: boolean;
  readonly code: string;
  readonly en: string;
  readonly fr: string;
}

/** Answer to `ask_may`, in the order in which moves are shown. */
export interface May {
  readonly kind: 'may';
  readonly moves: ReadonlyArray<Possibility>;
}

/** Answer to `sync`: the client's `t` and the server's instant (UTC ms, fractional). */
export interface Time {
  readonly kind: 'time';
  readonly t: number;
  readonly now_at: number;
}

/** Every 5 s: the last number per compartment this seat reads, and the instant. */
export interface Beat {
  readonly kind: 'beat';
  readonly heads: Readonly<Record<string, number>>;
  readonly now_at: number;
}

/** Somebody who asks for a seat. */
export interface Waiting {
  readonly sitting: string;
  readonly name: string;
  readonly wish: string | null;
  readonly since_at: number;
}

/** How many people and open pages a seat has now. */
export interface Presence {
  readonly seat: string;
  readonly people: number;
  readonly pages: number;
}

/** Facilitators only: who waits and who is here. No event, no number, not on the record. */
export interface RoomState {
  readonly kind: 'room_state';
  readonly waiting: ReadonlyArray<Waiting>;
  readonly present: ReadonlyArray<Presence>;
}

/** Sent before the server closes; `code` is the close code (44xx). */
export interface Bye {
  readonly kind: 'bye';
  readonly code: number;
  readonly why: 'malformed' | 'no_game' | 'not_allowed' | 'restarting' | 'seat_revoked' | 'session_over' | 'too_fast' | 'too_slow';
}

export type DelegationMove =
  | RequestConsultation
  | JoinRequest
  | WithdrawRequest
  | TableDraft
  | TableVersion
  | WithdrawDraft
  | CosponsorDraft
  | StatePosition
  | BreakSilence
  | AssociateWithBreak
  | AskExtension;

export type ChairMove =
  | OpenMeeting
  | PlaceUnderSilence
  | ExtendSilence
  | WithdrawSilence;

export type FacilitatorMove =
  | StartGame
  | PauseGame
  | ResumeGame
  | FireInject
  | InjectIncident
  | EndTurn
  | EndGame
  | SeatPeople
  | VacateSeat;

export type ServerMove =
  | BeginHold
  | EndHold;

export type PlayerMove =
  | RequestConsultation
  | JoinRequest
  | WithdrawRequest
  | TableDraft
  | TableVersion
  | WithdrawDraft
  | CosponsorDraft
  | StatePosition
  | BreakSilence
  | AssociateWithBreak
  | AskExtension
  | OpenMeeting
  | PlaceUnderSilence
  | ExtendSilence
  | WithdrawSilence
  | StartGame
  | PauseGame
  | ResumeGame
  | FireInject
  | InjectIncident
  | EndTurn
  | EndGame
  | SeatPeople
  | VacateSeat;

export type AnyMove =
  | RequestConsultation
  | JoinRequest
  | WithdrawRequest
  | TableDraft
  | TableVersion
  | WithdrawDraft
  | CosponsorDraft
  | StatePosition
  | BreakSilence
  | AssociateWithBreak
  | AskExtension
  | OpenMeeting
  | PlaceUnderSilence
  | ExtendSilence
  | WithdrawSilence
  | StartGame
  | PauseGame
  | ResumeGame
  | FireInject
  | InjectIncident
  | EndTurn
  | EndGame
  | SeatPeople
  | VacateSeat
  | BeginHold
  | EndHold;

export type AnyEntity =
  | Game
  | Clock
  | Turn
  | Seat
  | Incident
  | News
  | Bulletin
  | Consultation
  | Draft
  | Version
  | Position
  | Silence
  | BreakNotice
  | Instructions
  | Cable
  | Wordings
  | PlannedInject
  | Chance
  | SealedChance;

export type AnyEvent =
  | GameOpened
  | GameStarted
  | GamePaused
  | GameResumed
  | OutageBegan
  | OutageEnded
  | GameEnded
  | TurnOpened
  | TurnRang
  | TurnMoved
  | TurnEnded
  | SeatChanged
  | IncidentHappened
  | NewsPublished
  | BulletinIssued
  | WordingsLaid
  | ChanceSealed
  | ConsultationRequested
  | RequestJoined
  | ConsultationAssociated
  | RequestWithdrawn
  | ConsultationFell
  | MeetingOpened
  | ConsultationEnded
  | PlacingSet
  | DraftTabled
  | VersionTabled
  | DraftWithdrawn
  | DraftFellBack
  | DraftEnded
  | DraftCosponsored
  | PositionStated
  | SilencePlaced
  | ExtensionAsked
  | ExtensionRefused
  | SilenceExtended
  | CourtesyRanOn
  | SilenceWithdrawn
  | SilenceBroken
  | BreakAssociated
  | BreakAuthorLeaked
  | BreakMadePublic
  | TextAdopted
  | BreakTold
  | InstructionsGiven
  | CableSent
  | PlanLaid
  | SeedDrawn
  | InjectFired;

export type AnyInbound =
  | Hello
  | Play
  | AskMay
  | Sync
  | Seen;

export type AnyOutbound =
  | Welcome
  | View
  | Frame
  | Done
  | Refused
  | May
  | Time
  | Beat
  | RoomState
  | Bye;
