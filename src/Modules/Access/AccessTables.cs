using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class AccessTables
{
    /// <summary>The name of the visibility filter on every table.</summary>
    public const string Visible = "visible";

    extension(CrmDb db)
    {
        public DbSet<User> Users => db.Set<User>();

        public DbSet<Team> Teams => db.Set<Team>();

        public DbSet<TeamMember> TeamMembers => db.Set<TeamMember>();

        public DbSet<AccessToken> AccessTokens => db.Set<AccessToken>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<Role> CustomRoles => db.Set<Role>();

        public DbSet<BreakGlass> BreakGlasses => db.Set<BreakGlass>();

        public DbSet<Authenticator> Authenticators => db.Set<Authenticator>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        public DbSet<UsedProof> UsedProofs => db.Set<UsedProof>();

        public DbSet<RoleSetting> RoleSettings => db.Set<RoleSetting>();

        public DbSet<ExternalLogin> ExternalLogins => db.Set<ExternalLogin>();
    }

    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.Entity<User>(e =>
        {
            e.ToTable("users");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(User.LongestName);
            e.Property(x => x.NameKey).HasMaxLength(2 * User.LongestName);
            e.Property(x => x.Email).HasMaxLength(254);
            e.Property(x => x.EmailKey).HasMaxLength(254);
            e.Property(x => x.PasswordHash).HasMaxLength(500);
            e.Property(x => x.SecurityStamp).HasMaxLength(64);
            e.Property(x => x.Language).HasMaxLength(20);
            e.Property(x => x.TimeZone).HasMaxLength(60);
            e.HasIndex(x => x.EmailKey).IsUnique();
            e.HasIndex(x => x.NameKey);
            e.HasQueryFilter(Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
        model.Entity<Team>(e =>
        {
            e.ToTable("teams");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(100);
            e.Property(x => x.NameKey).HasMaxLength(200);
            e.HasIndex(x => x.NameKey).IsUnique();
            e.HasMany(x => x.Members).WithOne().HasForeignKey(x => x.TeamId);
            e.Navigation(x => x.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasQueryFilter(Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
        model.Entity<TeamMember>(e =>
        {
            e.ToTable("team_members");
            e.HasKey(x => new { x.TeamId, x.UserId });
            e.HasIndex(x => x.UserId);
            e.HasQueryFilter(Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Method).HasMaxLength(40);
            e.Property(x => x.Address).HasMaxLength(60);
            e.Property(x => x.UserAgent).HasMaxLength(Session.LongestAgent);
            e.Property(x => x.ViewAs).HasMaxLength(60);
            e.Property(x => x.Provider).HasMaxLength(40);
            e.Property(x => x.ProviderSubject).HasMaxLength(64);
            e.Property(x => x.ProviderSession).HasMaxLength(200);
            e.HasIndex(x => new { x.UserId, x.EndedAt });
            e.HasIndex(x => x.ExpiresAt);
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<Role>(e =>
        {
            e.ToTable("roles");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(Role.LongestName);
            e.Property(x => x.NameKey).HasMaxLength(2 * Role.LongestName);
            e.Property(x => x.Description).HasMaxLength(300);
            e.Property(x => x.BasedOn).HasMaxLength(40);
            e.Ignore(x => x.Key);
            e.HasIndex(x => x.NameKey).IsUnique();
            e.HasQueryFilter(Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
        model.Entity<BreakGlass>(e =>
        {
            e.ToTable("break_glasses");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Reason).HasMaxLength(500);
            e.HasIndex(x => new { x.UserId, x.EndsAt });
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<AccessToken>(e =>
        {
            e.ToTable("access_tokens");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(100);
            e.Property(x => x.Hash).HasMaxLength(64);
            e.Property(x => x.Prefix).HasMaxLength(20);
            e.Property(x => x.LastUsedFrom).HasMaxLength(60);
            e.HasIndex(x => x.Hash).IsUnique();
            e.HasIndex(x => x.UserId);
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<ExternalLogin>(e =>
        {
            e.ToTable("external_logins");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Provider).HasMaxLength(40);
            e.Property(x => x.Issuer).HasMaxLength(ExternalLogin.LongestIssuer);
            e.Property(x => x.Subject).HasMaxLength(ExternalLogin.LongestSubject);
            e.Property(x => x.SubjectKey).HasMaxLength(64);
            e.Property(x => x.Name).HasMaxLength(User.LongestName);
            e.HasIndex(x => x.SubjectKey).IsUnique();
            e.HasIndex(x => x.UserId);
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        MapFactors(model, db);
        PeopleTables.Map(model, db);
    }

    private static void MapFactors(ModelBuilder model, CrmDb db)
    {
        model.Entity<Authenticator>(e =>
        {
            e.ToTable("authenticators");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Secret).HasMaxLength(1000);
            e.HasIndex(x => x.UserId).IsUnique();
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<RecoveryCode>(e =>
        {
            e.ToTable("recovery_codes");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Hash).HasMaxLength(64);
            e.HasIndex(x => x.UserId);
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<Passkey>(e =>
        {
            e.ToTable("passkeys");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(Passkey.LongestName);
            e.Property(x => x.CredentialId).HasMaxLength(Passkey.LongestCredentialId);
            e.Property(x => x.CredentialKey).HasMaxLength(64);
            e.Property(x => x.PublicKey).HasMaxLength(2000);
            e.HasIndex(x => x.CredentialKey).IsUnique();
            e.HasIndex(x => x.UserId);
            e.HasQueryFilter(Visible, x => x.UserId == db.Caller.User || db.Caller.SeesEverything);
        });
        model.Entity<UsedProof>(e =>
        {
            e.ToTable("used_proofs");
            e.HasKey(x => x.Hash);
            e.Property(x => x.Hash).HasMaxLength(64);
            e.HasIndex(x => x.ExpiresAt);
        });
        model.Entity<RoleSetting>(e =>
        {
            e.ToTable("role_settings");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Role).HasMaxLength(60);
            e.HasIndex(x => x.Role).IsUnique();
            e.HasQueryFilter(Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
    }
}
