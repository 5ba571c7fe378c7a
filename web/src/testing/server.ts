import { setupServer } from 'msw/node';

/** The server as the network shows it; each test says what it answers. */
export const server = setupServer();
