using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Platform.Mail;

/// <summary>
/// Writes mails as <c>.eml</c> files, which mail programs open: for a fresh installation and the demo company, which have no
/// mail server yet. A repeat writes the same file again.
/// </summary>
internal sealed class MailFolder(string path) : IMailTransport, IMailSession
{
    public MailFolder(IOptions<DataDirectoryOptions> options) : this(Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "mail")))
    {
    }

    public string? Remark => $"Mail is not sent but written to {path}, because Mail:Host is not set";

    public IMailSession Open() => this;

    public async Task<MailAnswer> HandOver(MailParcel mail, CancellationToken ct)
    {
        var name = $"{mail.PlannedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{mail.Id.Value:N}";
        var hidden = Path.Combine(path, $".{name}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(path);
            await File.WriteAllBytesAsync(hidden, mail.Write(eightBit: true, international: mail.NeedsUtf8), ct);
            File.Move(hidden, Path.Combine(path, $"{name}.eml"), overwrite: true);
            return MailAnswer.Taken;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException($"The folder of mails cannot be written: {refused.Message}", refused);
        }
    }

    public void Forget(IReadOnlyCollection<MailId> mails)
    {
        foreach (var file in Directory.Exists(path) ? mails.SelectMany(mail => Directory.GetFiles(path, $"*-{mail.Value:N}.eml")) : [])
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
