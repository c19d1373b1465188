export {
  defineMachine,
  type Machine,
  type MachineDefinition,
  type Transition,
} from './define-machine.js';
