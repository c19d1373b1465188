import type { DomainError, ErrorDetails } from '../errors/index.js';

/** One named change of state: from where, to where and by whom. */
export interface Transition<State extends string, Role extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
}

export interface MachineDefinition<State extends string, Name extends string, Role extends string> {
  readonly initial: State;
  readonly transitions: Readonly<Record<Name, Transition<State, Role>>>;
  /** Thrown when a transition is refused, for example `applicationErrors.WRONG_STATE`; gets `state` and `transition` as parameters. */
  readonly refusal: (details?: ErrorDetails) => DomainError;
}

/** The published state table of one aggregate. Pure: it decides, the repository writes (conditional on the old state). */
export interface Machine<State extends string, Name extends string, Role extends string> {
  readonly initial: State;
  readonly transitions: Readonly<Record<Name, Transition<State, Role>>>;
  /** The state after the transition; throws the refusal when state or role do not allow it. */
  next(state: State, transition: Name, role: Role): State;
  can(state: State, transition: Name, role: Role): boolean;
  /** Transitions this role may take now, in the order of the table. */
  available(state: State, role: Role): Name[];
  /** True where no transition leads out. */
  isFinal(state: State): boolean;
}

/**
 * Declares a state table:
 *
 *     export const applicationMachine = defineMachine({
 *       initial: 'DRAFT',
 *       transitions: { submit: { from: ['DRAFT'], to: 'SUBMITTED', by: ['APPLICANT'] } },
 *       refusal: applicationErrors.WRONG_STATE,
 *     });
 *     applicationMachine.next(application.state, 'submit', 'APPLICANT');
 */
export function defineMachine<
  const State extends string,
  const Name extends string,
  const Role extends string,
>(definition: MachineDefinition<State, Name, Role>): Machine<State, Name, Role> {
  const { initial, transitions, refusal } = definition;
  const names = Object.keys(transitions) as Name[];

  const can = (state: State, transition: Name, role: Role): boolean => {
    const { from, by } = transitions[transition];
    return from.includes(state) && by.includes(role);
  };

  return {
    initial,
    transitions,
    can,
    next(state, transition, role) {
      if (!can(state, transition, role)) throw refusal({ params: { state, transition } });
      return transitions[transition].to;
    },
    available: (state, role) => names.filter((name) => can(state, name, role)),
    isFinal: (state) => !names.some((name) => transitions[name].from.includes(state)),
  };
}
