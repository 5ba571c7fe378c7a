import type { MessageKind } from '@/generated/staff/graphql';

/** Asks the composer to take the focus in a mode; a higher turn is a new request. */
export interface ComposeRequest {
  mode: MessageKind;
  turn: number;
}
