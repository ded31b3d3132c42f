using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Hotline.Identity.Accounts;

/// <summary>Schema <c>identity</c>: accounts of people, and clients, authorizations and tokens of OpenIddict. The tables themselves are made by
/// <c>Schema/*.sql</c>; this only says how they are named.</summary>
public sealed class IdentityStore(DbContextOptions<IdentityStore> options) : IdentityUserContext<Account>(options)
{
    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict();
        builder.HasDefaultSchema("identity");
        builder.Entity<Account>().ToTable("account");
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_token");
        builder.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("client");
        builder.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("client_authorization");
        builder.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("scope");
        builder.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("token");
    }
}
