import type { Outcome } from '#libs/kernel';

/** The three functions of a concept of the domain. */
export interface Decider<State, Event, Command> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State) => Outcome<Event>;
}

/** Given what happened, when this is asked, then …: the outcome is left to `expect`. */
export const givenOf =
  <State, Event, Command>({ initial, evolve, decide }: Decider<State, Event, Command>) =>
  (...history: readonly Event[]) => ({
    when: (command: Command): Outcome<Event> => decide(command, history.reduce(evolve, initial)),
  });
