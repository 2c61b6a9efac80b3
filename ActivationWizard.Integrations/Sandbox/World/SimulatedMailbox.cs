using MimeKit;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>A mailbox as Exchange keeps one: folders and mails.</summary>
internal sealed class SimulatedMailbox
{
    public const string Inbox = "AQMkADE-01AAAA";
    public const string Drafts = "AQMkADE-02AAAA";
    public const string Sent = "AQMkADE-03AAAA";

    /// <summary>The folder that all others are in.</summary>
    private const string Root = "AQMkADE-00AAAA";

    /// <summary>Those with a name of Graph's own first.</summary>
    public List<SimulatedFolder> Folders { get; init; } =
    [
        new(Root, "Bovenste niveau van gegevensarchief", null) { WellKnown = "msgfolderroot" },
        new(Inbox, "Postvak IN", Root) { WellKnown = "inbox" },
        new(Drafts, "Concepten", Root) { WellKnown = "drafts" },
        new(Sent, "Verzonden items", Root) { WellKnown = "sentitems" },
        new("AQMkADE-04AAAA", "Verwijderde items", Root) { WellKnown = "deleteditems" },
    ];

    /// <summary>In the order in which they came to be.</summary>
    public List<SimulatedMail> Mails { get; init; } = [];

    /// <summary>The folder with this id, or with this name of Graph's own; null when there is none.</summary>
    public SimulatedFolder? Folder(string? name) =>
        Folders.FirstOrDefault(one => one.Id == name || (one.WellKnown is not null && one.WellKnown == name));

    /// <summary>A mail from elsewhere comes in.</summary>
    public SimulatedMail Receive(byte[] mime, string folder, string id, DateTimeOffset now) =>
        Add(mime, folder, isDraft: false, id, now);

    /// <summary>Puts a mail there; what is not written as mails are has the fields that can be read.</summary>
    public SimulatedMail Add(byte[] mime, string folder, bool isDraft, string id, DateTimeOffset now)
    {
        using var read = new MemoryStream(mime);
        using var message = MimeMessage.Load(read);
        var mail = new SimulatedMail
        {
            Id = id,
            FolderId = folder,
            IsDraft = isDraft,
            Mime = mime,
            // As it is written, also where it is no Message-ID.
            MessageId = message.Headers[HeaderId.MessageId]?.Trim(),
            Subject = message.Subject ?? "",
            From = AddressOf(message.From),
            To = [.. message.To.Mailboxes.Select(one => one.GetAddress(idnEncode: true))],
            Others = [.. message.Cc.Mailboxes.Concat(message.Bcc.Mailboxes).Select(one => one.GetAddress(idnEncode: true))],
            ReceivedAt = now,
            Conversation = id,
        };
        Mails.Add(mail);
        return mail;
    }

    private static string? AddressOf(InternetAddressList list) => list.Mailboxes.FirstOrDefault()?.GetAddress(idnEncode: true);
}

/// <summary>A folder; <paramref name="Parent"/> is null for the root alone.</summary>
internal sealed record SimulatedFolder(string Id, string Name, string? Parent)
{
    /// <summary>Graph's own name for it, the same in every language; null for most.</summary>
    public string? WellKnown { get; init; }
}

/// <summary>A mail, wherever it is.</summary>
internal sealed class SimulatedMail
{
    public required string Id { get; init; }

    public required string FolderId { get; set; }

    public required bool IsDraft { get; set; }

    public required byte[] Mime { get; set; }

    /// <summary>With its brackets; null when it has none.</summary>
    public string? MessageId { get; set; }

    public required string Subject { get; init; }

    public string? From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Who gets a copy, open or blind.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    public required DateTimeOffset ReceivedAt { get; set; }

    public required string Conversation { get; set; }

    public bool IsRead { get; set; }

    /// <summary>Extended properties by their id.</summary>
    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>Until then nobody finds it: it is being sent.</summary>
    public DateTimeOffset? HiddenUntil { get; set; }

    /// <summary>Its name as long as it stays in its folder.</summary>
    public string PassingId => $"AAMkADE{Id}-{FolderId}=";

    /// <summary>Its name for as long as it is in this mailbox.</summary>
    public string ImmutableId => $"AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A{Id}AAA=";
}
