using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>The tables of signing in to the portal.</summary>
internal static class PortalTables
{
    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.Entity<PortalSignIn>(e =>
        {
            e.ToTable("portal_sign_ins");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.AddressKey).HasMaxLength(254);
            e.Property(x => x.BrowserHash).HasMaxLength(64);
            e.Property(x => x.CodeHash).HasMaxLength(64);
            e.Property(x => x.LinkHash).HasMaxLength(64);
            e.Property(x => x.Language).HasMaxLength(20);
            e.HasIndex(x => x.BrowserHash).IsUnique();
            e.HasIndex(x => x.LinkHash);
            e.HasIndex(x => new { x.AddressKey, x.CreatedAt });
            e.HasIndex(x => x.CreatedAt);
            e.HasQueryFilter(CustomersTables.Visible, x => db.Caller.SeesEverything);
        });
        model.Entity<PortalSession>(e =>
        {
            e.ToTable("portal_sessions");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.TokenHash).HasMaxLength(64);
            e.Property(x => x.AddressKey).HasMaxLength(254);
            e.Property(x => x.NetworkAddress).HasMaxLength(60);
            e.Property(x => x.UserAgent).HasMaxLength(PortalSession.LongestAgent);
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasIndex(x => x.AddressKey);
            e.HasIndex(x => x.ExpiresAt);
            // Staff see them as far as they see the customers that they come from.
            e.HasQueryFilter(CustomersTables.Visible, x => db.Caller.Can(CustomerPermissions.ReadContacts.Name)
                || x.AddressKey == PortalCustomers.AddressOf(db.Caller));
        });
    }
}
