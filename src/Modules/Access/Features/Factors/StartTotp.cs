using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QRCoder;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record StartTotpInput(string? Password = null);

/// <summary>The secret is in this answer and nowhere else.</summary>
/// <param name="Secret">In Base32, to be typed where no camera is at hand.</param>
/// <param name="Uri">What the QR code holds.</param>
/// <param name="QrCode">An SVG picture.</param>
internal sealed record StartTotpPayload(string? Secret, string? Uri, string? QrCode);

/// <summary>Begins to set up an authenticator app. Nothing changes for the sign-in until a code of it was right.</summary>
internal static class StartTotp
{
    private const int PixelsPerModule = 4;

    public static async Task<StartTotpPayload> Run(StartTotpInput input, CrmDb db, FreshProof proof, FactorSecrets secrets, IOptions<AccessOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var user = await proof.Require(input.Password, ct);
        var secret = Totp.NewSecret();
        if (await db.Authenticators.FirstOrDefaultAsync(a => a.UserId == user.Id, ct) is { } begun)
        {
            begun.BeginAgain(secrets.Seal(secret), clock.Now());
        }
        else
        {
            db.Add(Authenticator.Begin(user.Id, secrets.Seal(secret), clock.Now()));
        }

        await db.SaveChangesAsync(ct);
        var uri = Totp.Uri(options.Value.Issuer, user.Email, secret);
        return new StartTotpPayload(Base32.Encode(secret), uri, Draw(uri));
    }

    private static string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }
}
