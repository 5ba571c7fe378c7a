import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet } from '@tanstack/react-router';
import { SetupPage } from './access/SetupPage';
import { SignInPage } from './access/SignInPage';
import { readInboxSearch } from './tickets/inbox/inboxSearch';
import { readCustomersSearch } from './customers/list/customersSearch';
import { NotFoundPage } from './ui/shell/NotFoundPage';
import { PageFailure } from './ui/shell/PageFailure';
import { Shell } from './ui/shell/Shell';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; step?: string; problem?: string; provider?: string } => ({
    to: text(search.to), step: text(search.step), problem: text(search.problem), provider: text(search.provider),
  }),
  component: SignInPage,
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: SetupPage,
});

const linkSearch = (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) });
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('./access/links/WelcomePage'), 'WelcomePage'),
});
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./access/links/ForgotPasswordPage'), 'ForgotPasswordPage'),
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('./access/links/ResetPasswordPage'), 'ResetPasswordPage'),
});
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('./access/links/AddressPages'), 'ConfirmEmailPage'),
});
const undoEmail = createRoute({
  getParentRoute: () => root,
  path: '/undo-email',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('./access/links/AddressPages'), 'UndoEmailPage'),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: () => <Navigate to="/inbox/$view" params={{ view: 'mine' }} search={{}} replace />,
});
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./tickets/inbox/InboxPage'), 'InboxPage'),
});
const ticket = createRoute({
  getParentRoute: () => shell,
  path: '/tickets/$ticketRef',
  component: lazyRouteComponent(() => import('./tickets/ticket/TicketPage'), 'TicketPage'),
});
const customers = createRoute({
  getParentRoute: () => shell,
  path: '/customers',
  validateSearch: readCustomersSearch,
  component: lazyRouteComponent(() => import('./customers/list/CustomersPage'), 'CustomersPage'),
});
const customer = createRoute({
  getParentRoute: () => shell,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./customers/profile/CustomerPage'), 'CustomerPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/customers/imports',
  component: lazyRouteComponent(() => import('./customers/imports/ImportsPage'), 'ImportsPage'),
});
const importOne = createRoute({
  getParentRoute: () => shell,
  path: '/customers/imports/$importId',
  component: lazyRouteComponent(() => import('./customers/imports/ImportPage'), 'ImportPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./access/settings/SettingsLayout'), 'SettingsLayout'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: () => <Navigate to="/settings/profile" replace />,
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  validateSearch: (search: Record<string, unknown>): { problem?: string; linked?: boolean } => ({ problem: text(search.problem), linked: search.linked === undefined ? undefined : true }),
  component: lazyRouteComponent(() => import('./access/settings/ProfilePage'), 'ProfilePage'),
});
const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./access/settings/TokensPage'), 'TokensPage'),
});
const users = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyRouteComponent(() => import('./access/settings/PeoplePage'), 'PeoplePage'),
});
const teams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(() => import('./access/settings/TeamsPage'), 'TeamsPage'),
});
const roles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: lazyRouteComponent(() => import('./access/settings/roles/RolesPage'), 'RolesPage'),
});
const securityLog = createRoute({
  getParentRoute: () => settings,
  path: '/security-log',
  component: lazyRouteComponent(() => import('./access/settings/log/SecurityLogPage'), 'SecurityLogPage'),
});
const fields = createRoute({
  getParentRoute: () => settings,
  path: '/fields',
  component: lazyRouteComponent(() => import('./customers/fields/FieldsPage'), 'FieldsPage'),
});
const privacy = createRoute({
  getParentRoute: () => settings,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./customers/privacy/PrivacyRequestsPage'), 'PrivacyRequestsPage'),
});
const deadLetters = createRoute({
  getParentRoute: () => settings,
  path: '/dead-letters',
  component: lazyRouteComponent(() => import('./access/settings/DeadLettersPage'), 'DeadLettersPage'),
});
const signInSettings = createRoute({
  getParentRoute: () => settings,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./access/settings/SignInSettingsPage'), 'SignInSettingsPage'),
});
const mail = createRoute({
  getParentRoute: () => settings,
  path: '/mail',
  component: lazyRouteComponent(() => import('./access/settings/MailPage'), 'MailPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    welcome,
    forgotPassword,
    resetPassword,
    confirmEmail,
    undoEmail,
    shell.addChildren([
      home, inbox, ticket, customers, customer, imports, importOne,
      settings.addChildren([settingsHome, profile, tokens, users, teams, roles, fields, signInSettings, securityLog, privacy, mail, deadLetters]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
