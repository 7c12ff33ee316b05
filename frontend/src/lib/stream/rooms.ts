/** What a seat may see: one room per compartment. Stale view + frames = fresh view. */
import type { AnyEntity, Frame, Room, View } from '../wire.gen';

export type Rooms = Readonly<Record<string, Room>>;

/** Everything anew: nothing of what was held before stays. */
export function fresh(view: View): Rooms {
  return view.rooms;
}

/** How a frame fits to what is held: the next one, one already worked off, or one too far. */
export function fits(rooms: Rooms, frame: Frame): 'next' | 'old' | 'gap' {
  const head = rooms[frame.compartment]?.number ?? 0;
  if (frame.number === head + 1) return 'next';
  return frame.number <= head ? 'old' : 'gap';
}

/** The rooms after a frame that fits; entities come whole, null takes one away. */
export function after(rooms: Rooms, frame: Frame): Rooms {
  const entities: Record<string, AnyEntity> = { ...rooms[frame.compartment]?.entities };
  for (const [key, entity] of Object.entries(frame.entities)) {
    if (entity === null) delete entities[key];
    else entities[key] = entity;
  }
  return { ...rooms, [frame.compartment]: { number: frame.number, entities } };
}

/** The last number per compartment, for `hello` and `seen`. */
export function headsOf(rooms: Rooms): Record<string, number> {
  return Object.fromEntries(Object.entries(rooms).map(([name, room]) => [name, room.number]));
}

/** Whether the server is ahead of what is held. */
export function behind(rooms: Rooms, heads: Readonly<Record<string, number>>): boolean {
  return Object.entries(heads).some(([name, head]) => head > (rooms[name]?.number ?? 0));
}
