using MimeKit;
using MimeKit.Cryptography;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// What a mail consists of. Its parts are walked one after the other and not one within the other, so that no mail is too deep.
/// </summary>
internal sealed class MailParts
{
    // What says the same in several ways, and the part that the others belong to.
    private readonly List<(TextPart Part, int Group)> _texts = [];
    private readonly List<MimeMessage> _returned = [];
    private readonly List<MessageDeliveryStatus> _reports = [];
    private readonly List<string> _attachments = [];
    private readonly ICollection<MailNote> _notes;
    private string? _text;

    private MailParts(ICollection<MailNote> notes) => _notes = notes;

    /// <summary>Messages within it.</summary>
    public IReadOnlyList<MimeMessage> Returned => _returned;

    /// <summary>What mail servers reported.</summary>
    public IReadOnlyList<MessageDeliveryStatus> Reports => _reports;

    public IReadOnlyList<string> Attachments => _attachments;

    public static MailParts Of(MimeMessage message, ICollection<MailNote> notes)
    {
        var parts = new MailParts(notes);
        parts.Walk(message.Body);
        return parts;
    }

    /// <summary>All its texts, one below the other; of what says the same twice, the one that says more.</summary>
    public string Text() => _text ??= AllTexts();

    private string AllTexts()
    {
        var texts = _texts.GroupBy(one => one.Group).Select(group => Said([.. group.Select(one => one.Part)]));
        var all = string.Join("\n\n", texts.Where(text => text.Length > 0));
        if (all.Length > MailBounds.LongestText)
            _notes.Add(MailNote.TextCut);
        return CleanText.Start(all, MailBounds.LongestText);
    }

    // Plain text, unless it is there to say that there is HTML.
    private string Said(IReadOnlyList<TextPart> parts)
    {
        const int AtLeast = 4;
        var plain = Joined(parts.Where(part => part.IsPlain));
        var html = parts.Any(part => part.IsHtml) && plain.Length < MailBounds.LongestText
            ? Joined(parts.Where(part => part.IsHtml))
            : "";
        return plain.Length * AtLeast >= html.Length ? plain : html;
    }

    private string Joined(IEnumerable<TextPart> parts)
    {
        var texts = new List<string>();
        foreach (var part in parts)
        {
            if (texts.Sum(text => text.Length) > MailBounds.LongestText)
                break;
            texts.Add(PartText.Of(part, _notes));
        }

        return string.Join("\n\n", texts.Where(text => text.Length > 0));
    }

    private void Walk(MimeEntity? body)
    {
        var waiting = new Stack<Place>();
        if (body is not null)
            waiting.Push(new Place(body, 0, null, false));
        var count = 0;
        while (waiting.TryPop(out var place))
        {
            if (++count > MailBounds.MostParts)
            {
                _notes.Add(MailNote.PartsCut);
                return;
            }

            if (place.Entity is Multipart several)
                Open(several, place, count, waiting);
            else
                Take(place, count);
        }
    }

    private void Open(Multipart several, Place place, int number, Stack<Place> waiting)
    {
        if (several is MultipartEncrypted)
            _notes.Add(MailNote.Encrypted);
        if (place.Depth >= MailBounds.DeepestPart || several.Count > MailBounds.MostParts)
            _notes.Add(MailNote.PartsCut);
        if (place.Depth >= MailBounds.DeepestPart)
            return;

        var group = place.Group ?? (several is MultipartAlternative ? number : null);
        for (var at = Math.Min(several.Count, MailBounds.MostParts) - 1; at >= 0; at--)
            waiting.Push(new Place(several[at], place.Depth + 1, group, several is MultipartRelated));
    }

    private void Take(Place place, int number)
    {
        if (place.Entity is MessageDeliveryStatus report)
            _reports.Add(report);
        else if (place.Entity is MessagePart { Message: { } message })
            _returned.Add(message);
        else if (place.Entity is TextPart { IsAttachment: false, FileName: null } text && (text.IsPlain || text.IsHtml))
        {
            _texts.Add((text, place.Group ?? number));
            return;
        }

        if (place.Entity is not MessageDeliveryStatus && !IsOfTheText(place))
            Attach(place.Entity);
    }

    private void Attach(MimeEntity entity)
    {
        if (entity.ContentType.IsMimeType("application", "pkcs7-mime") || entity.ContentType.IsMimeType("application",
            "x-pkcs7-mime"))
            _notes.Add(MailNote.Encrypted);
        if (_attachments.Count >= MailBounds.MostAttachments)
        {
            _notes.Add(MailNote.AttachmentsCut);
            return;
        }

        var written = (entity as MimePart)?.FileName ?? entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? "";
        if (CleanText.TurnsDirection(written))
            _notes.Add(MailNote.DirectionTurned);
        var name = CleanText.FileName(written);
        _attachments.Add(name.Length > 0 ? name : CleanText.FileName(entity.ContentType.MimeType));
    }

    // A picture that the text shows, and what proves that a text is the sender's.
    private static bool IsOfTheText(Place place) =>
        (place.IsRelated && place.Entity.ContentId is { Length: > 0 } && !place.Entity.IsAttachment)
        || place.Entity.ContentType.IsMimeType("application", "pkcs7-signature")
        || place.Entity.ContentType.IsMimeType("application", "x-pkcs7-signature")
        || place.Entity.ContentType.IsMimeType("application", "pgp-signature");

    private sealed record Place(MimeEntity Entity, int Depth, int? Group, bool IsRelated);
}
