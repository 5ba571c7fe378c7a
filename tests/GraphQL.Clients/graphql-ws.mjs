// The protocol graphql-transport-ws, spoken by the npm client graphql-ws and by bare sockets.
import { finish } from './shared/checks.mjs';
import { checkGreeting, greetingTimeout } from './graphql-ws/greeting.mjs';
import { checkPings } from './graphql-ws/pings.mjs';
import { checkMessages } from './graphql-ws/messages.mjs';
import { checkOperations } from './graphql-ws/operations.mjs';
import { checkErrors } from './graphql-ws/errors.mjs';
import { checkSubscriptions } from './graphql-ws/subscriptions.mjs';
import { checkPermissions } from './graphql-ws/permissions.mjs';
import { checkClient } from './graphql-ws/client.mjs';

// The server waits ten seconds for a greeting; meanwhile everything else is checked.
const timeout = greetingTimeout();
await checkGreeting();
await checkPings();
await checkMessages();
await checkOperations();
await checkErrors();
await checkSubscriptions();
await checkPermissions();
await checkClient();
await timeout;
await finish();
