using System.Text;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>The head of a mail; a field of it that is too long is as if it were not there.</summary>
internal sealed class MailHeaders
{
    private const int Several = 10;

    private static readonly string[] Read = ["Subject", "From", "Reply-To", "Message-Id", "Date", "In-Reply-To", "References"];

    private readonly ILookup<string, Header> _headers;
    private readonly MimeMessage _message;

    public MailHeaders(MimeMessage message, ICollection<MailNote> notes)
    {
        _message = message;
        _headers = message.Headers
            .GroupBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.All(header => header.RawValue.Length <= MailBounds.LongestHeader))
            .SelectMany(same => same)
            .ToLookup(header => header.Field, StringComparer.OrdinalIgnoreCase);
        if (Read.Any(field => message.Headers.Contains(field) && !_headers.Contains(field)))
            notes.Add(MailNote.HeaderLeftOut);
        Subject = CleanText.Line(Of("Subject"));
        if (CleanText.TurnsDirection(Of("Subject") ?? "") || CleanText.TurnsDirection(Of("From") ?? ""))
            notes.Add(MailNote.DirectionTurned);
        From = Has("From") ? [.. message.From.Mailboxes.Take(Several)] : [];
        MessageId = CleanText.Line(message.Headers.Contains(HeaderId.MessageId) && Has("Message-Id") ? message.MessageId : "");
        Sender = SenderOf(notes);
    }

    public string Subject { get; }

    public string MessageId { get; }

    /// <summary>The mails that it refers to, or else the one that it answers; without brackets, the oldest first.</summary>
    public IReadOnlyList<string> References
    {
        get
        {
            var named = (Has("References") ? _message.References : []).Concat(
                Has("In-Reply-To") && _message.InReplyTo is { Length: > 0 } answered ? [answered] : []).Distinct().ToList();
            return named.Count <= MailEnvelope.MostReferences
                ? named
                : [named[0], .. named.TakeLast(MailEnvelope.MostReferences - 1)];
        }
    }

    /// <summary>Whom it says it is from.</summary>
    public IReadOnlyList<MailboxAddress> From { get; }

    public MailSender Sender { get; }

    /// <summary>When it says it was sent; null when it does not.</summary>
    public DateTimeOffset? Date => Has("Date") && _message.Date > DateTimeOffset.MinValue ? _message.Date : null;

    /// <summary>Nothing may be answered to it: a mail server wrote it, or a machine.</summary>
    public bool IsWithoutReturnPath => (Of("Return-Path") ?? "").Replace(" ", "", StringComparison.Ordinal) is "<>";

    public bool Has(string field) => _headers.Contains(field);

    /// <summary>The first of that name; null when it has none.</summary>
    public string? Of(string field) => _headers[field].FirstOrDefault()?.Value;

    /// <summary>Each of that name.</summary>
    public IEnumerable<string> All(string field) => _headers[field].Select(header => header.Value);

    private MailSender SenderOf(ICollection<MailNote> notes)
    {
        var address = From is [var only] && EmailAddress.TryParse(only.Address, out var one) ? one : null;
        var name = CleanText.Line(From is [var first, ..] ? first.Name : null);
        if (address is null)
            notes.Add(MailNote.SenderUnclear);
        // What has an @ is read as an address, and the address itself is seldom looked at.
        if (name.Contains('@', StringComparison.Ordinal) && !name.Equals(address?.ToString(), StringComparison.OrdinalIgnoreCase))
            notes.Add(MailNote.NameIsAnotherAddress);
        if (address is not null && (!Ascii.IsValid(address.ToString())
            || address.Domain.Split('.').Any(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))))
            notes.Add(MailNote.AddressNotAscii);

        var answers = Has("Reply-To") ? _message.ReplyTo.Mailboxes.Take(Several).ToList() : [];
        var answersTo = answers is [var other] && EmailAddress.TryParse(other.Address, out var elsewhere)
            && !elsewhere.Equals(address) ? elsewhere : null;
        if (answersTo is not null || answers.Count > 1)
            notes.Add(MailNote.AnswersGoElsewhere);
        return new MailSender(name, address, answersTo);
    }
}
