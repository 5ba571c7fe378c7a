using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Access;

/// <param name="Purpose">What the page expects: the name of a <see cref="LinkPurpose"/>.</param>
/// <param name="Token">The secret of the link.</param>
internal sealed record LinkRequest(string? Purpose, string? Token);

/// <summary>What pages behind one-time links call. Plain HTTP, because nobody is signed in yet.</summary>
internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/link", Show);
        auth.MapPost("/welcome", AcceptInvitation.Run);
        auth.MapPost("/forgot-password", AskForReset.Run);
        auth.MapPost("/reset-password", ResetPassword.Run);
        auth.MapPost("/confirm-email", ConfirmEmail.Run);
        auth.MapPost("/undo-email", UndoEmail.Run);
    }

    /// <summary>Whom a link is for, so that the page can say so before anything is done; does not use it up.</summary>
    private static async Task<IResult> Show(LinkRequest input, HttpContext http, OneTimeLinks links, SignInThrottle throttle, IOptions<AccessOptions> options, CrmDb db, CancellationToken ct)
    {
        if (throttle.TryLink(SignInAnswers.AddressOf(http)) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, null, db, ct);
        }

        return Enum.TryParse<LinkPurpose>(input.Purpose, out var purpose) && await links.Find(purpose, input.Token, ct) is (var link, var user)
            ? Results.Ok(new { name = user.Name, email = link.Address ?? user.Email, language = user.Language, expiresAt = link.ExpiresAt, minPasswordLength = options.Value.MinPasswordLength })
            : OneTimeLinks.Gone();
    }
}
