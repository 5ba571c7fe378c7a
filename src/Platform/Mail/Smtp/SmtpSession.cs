namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>
/// Hands mails over, one after the other (RFC 5321, section 3.3). What counts is the final dot: a connection that breaks before
/// it has certainly delivered nothing, one that breaks after it may have.
/// </summary>
internal sealed class SmtpSession(MailOptions options) : IMailSession
{
    private SmtpConnection? _connection;
    private int _taken;

    public async Task<MailAnswer> HandOver(MailParcel mail, CancellationToken ct)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(ct);
        whole.CancelAfter(options.WholeMailLimit);
        try
        {
            return await HandOverOnce(mail, whole.Token);
        }
        catch (Exception broken) when (broken is SmtpBrokenException || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var again = _taken > 0;
            await Drop();
            if (!again || whole.IsCancellationRequested)
            {
                return new MailAnswer(MailOutcome.TryAgain, broken is SmtpBrokenException ? broken.Message : "The server took too long.", "The connection broke.");
            }
        }

        catch (OperationCanceledException)
        {
            await Drop();
            throw;
        }

        // Servers end a connection after so many mails; the next mail is not to blame.
        return await HandOver(mail, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } open && _taken > 0)
        {
            try
            {
                await open.Channel.Command("QUIT", CancellationToken.None);
            }
            catch (SmtpBrokenException)
            {
                // It is gone already.
            }
        }

        await Drop();
    }

    private async Task<MailAnswer> HandOverOnce(MailParcel mail, CancellationToken ct)
    {
        _connection ??= await SmtpConnection.Open(options, ct);
        var (content, refusal) = SmtpContent.For(mail, _connection);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var line in SmtpContent.Envelope(mail, _connection, content.Length))
        {
            var reply = await _connection.Channel.Command(line, ct);
            if (!(line == SmtpContent.Data ? reply.Code == 354 : reply.IsGood))
            {
                return await NotTaken(reply, ct);
            }
        }

        await _connection.Channel.Write(content.AsMemory(..^SmtpContent.EndLength), ct);
        return await Finish(content.AsMemory(^SmtpContent.EndLength..), ct);
    }

    /// <summary>The final dot and the answer to it. From here on a break tells nothing.</summary>
    private async Task<MailAnswer> Finish(ReadOnlyMemory<byte> end, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        SmtpReply reply;
        try
        {
            await _connection!.Channel.Write(end, ct);
            reply = await _connection.Channel.ReadReply(options.AnswerToTextLimit, ct);
        }
        catch (Exception broken) when (broken is SmtpBrokenException or OperationCanceledException)
        {
            await Drop();
            var why = broken is SmtpBrokenException ? broken.Message : "This process did not wait for the answer.";
            return new MailAnswer(MailOutcome.Unknown, $"The whole mail was sent, and no answer came: {why}", "The whole mail was sent, and no answer came.");
        }

        if (reply.IsGood)
        {
            _taken++;
            return MailAnswer.Taken;
        }

        return await NotTaken(reply, ct);
    }

    private async Task<MailAnswer> NotTaken(SmtpReply reply, CancellationToken ct)
    {
        if (reply.IsAboutSignIn)
        {
            await Drop();
            throw new MailServerException($"{options.Host}:{options.ActualPort}: the server wants a sign-in or TLS: {reply}");
        }

        if (reply.EndsSession)
        {
            throw new SmtpBrokenException($"The server ended the session: {reply}");
        }

        if (!reply.IsForNow && !reply.IsForGood)
        {
            throw new SmtpBrokenException($"The server said what makes no sense here: {reply}");
        }

        await StartOver(ct);
        return reply.ToAnswer();
    }

    private async Task StartOver(CancellationToken ct)
    {
        try
        {
            if ((await _connection!.Channel.Command("RSET", ct)).IsGood)
            {
                return;
            }
        }
        catch (SmtpBrokenException)
        {
            // What it said about the mail counts all the same.
        }

        await Drop();
    }

    private async Task Drop()
    {
        if (_connection is { } open)
        {
            (_connection, _taken) = (null, 0);
            await open.DisposeAsync();
        }
    }
}
