using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>What became of a mail, on one line, for a person to read.</summary>
internal static class Told
{
    private const int Shown = 90;

    /// <summary>Cells of a table: what it is, what was noted, what was read.</summary>
    public static string Of(IncomingMail mail) =>
        $"{SortOf(mail)} | {string.Join(", ", mail.Envelope.Notes)} | {Short(SenderOf(mail.Envelope), 60)} | "
        + $"{Short(mail.Envelope.Subject, 40)} | {Short(ReadIn(mail), Shown)}";

    public static string SortOf(IncomingMail mail) => mail switch
    {
        IncomingMail.Skipped { Reference: null } skipped => $"skipped: {skipped.Reason}",
        IncomingMail.Skipped skipped => $"skipped: {skipped.Reason}, about {skipped.Reference}",
        IncomingMail.Bounce bounce => $"bounce: {bounce.Report.Action}",
        IncomingMail.ReplyToOurs => "reply to ours",
        IncomingMail.FormMail => "form mail",
        _ => "free mail",
    };

    private static string SenderOf(MailEnvelope envelope) => $"{envelope.Sender.Name} <{envelope.Sender.Address}>"
        + (envelope.Sender.AnswersTo is { } other ? $", answers to {other}" : "");

    private static string ReadIn(IncomingMail mail) => mail switch
    {
        IncomingMail.FormMail form => string.Join("; ", form.Form.Values.Select(one => $"{one.Key} {one.Value}"))
            + List("twice", form.Form.Twice) + List("unknown", form.Form.Unknown) + List("attached", form.Content.Attachments),
        IncomingMail.FreeMail free => $"[{GuessOf(free.Guess)}] {free.Content.Text.Own}" + List("attached",
            free.Content.Attachments),
        IncomingMail.ReplyToOurs reply => $"{reply.Reference}: {reply.Content.Text.Own}" + List("attached",
            reply.Content.Attachments),
        IncomingMail.Bounce bounce =>
            $"{bounce.Reference}: {bounce.Report.Recipient} {bounce.Report.Status} {bounce.Report.Diagnosis}",
        _ => "",
    };

    public static string GuessOf(RequestGuess guess) => string.Join(", ", new object?[]
    {
        guess.Name, guess.Postcode?.Spaced, guess.HouseNumber, guess.Email, guess.Kind, guess.Requester,
    }.Where(one => one is not null));

    private static string List<T>(string word, IReadOnlyList<T> all) =>
        all.Count is 0 ? "" : $"; {word} {(all.Count > 3 ? $"{all.Count}, {all[0]}" : string.Join(", ", all))}";

    private static string Short(string text, int most)
    {
        var line = text.Replace("\n", " ↵ ", StringComparison.Ordinal).Replace('\t', ' ').Replace('|', '¦').Trim();
        if (line.Length <= most)
            return line;
        var end = char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return $"{line[..end]}… ({text.Length})";
    }
}
