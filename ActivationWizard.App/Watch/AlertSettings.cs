using System.Globalization;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Watch;

/// <summary>A certificate or secret that is over on a day that somebody wrote down.</summary>
public sealed record WrittenEnd(string What, DateOnly On);

/// <summary>Who is told of what is wrong, and when: the section <c>Alerts</c> of the settings.</summary>
public sealed record AlertSettings
{
    private const string Section = "Alerts";
    private const int LeastKey = 32;

    private static readonly SettingKind<string> KeyText = new(
        "text without spaces", $"text without spaces, of at least {LeastKey} characters", (string text, out string value) =>
            Kinds.HeaderText.Parse(text, out value) && value.Length >= LeastKey);

    private static readonly SettingKind<IReadOnlyList<WrittenEnd>> Dates = new(
        "names and dates", "one or more of name=yyyy-MM-dd, with commas between", TryReadDates)
    { Write = _ => "" };

    private static readonly Setting<string> Mail = new($"{Section}:Mail", Kinds.Email, "")
    {
        Meaning = "The address, of the team lead or a group, that is mailed from the mailbox when something is wrong, and when "
            + "it is over.",
        DefaultInWords = "nobody is mailed",
        RefusedWhen = new($"when `{MailboxOptions.Section}:Mode` is `Manual`", read => string.Equals(
            read.Configuration[$"{MailboxOptions.Section}:Mode"]?.Trim(), "Manual", StringComparison.OrdinalIgnoreCase)),
    };

    private static readonly Setting<Uri?> Hook = new($"{Section}:Webhook", Kinds.Address, null)
    {
        Meaning = "Where the same is posted as JSON. Of many services whoever knows the address may post there.",
        IsSecret = true,
        DefaultInWords = "nowhere",
    };

    private static readonly Setting<string> Key = new($"{Section}:WebhookKey", KeyText, "")
    {
        Meaning = "Signs what is posted: `X-ActivationWizard-Signature` is `sha256=` and the HMAC-SHA-256 of the body, in "
            + "hexadecimal.",
        IsSecret = true,
        RequiredWhen = new($"when `{Section}:Webhook` is set", read => read.IsSet(Hook)),
    };

    private static readonly Setting<Uri?> Site = new($"{Section}:SiteAddress", Kinds.Address, null)
    {
        Meaning = "What people have in the browser, for links to a case.",
        DefaultInWords = "`Installation:PublicAddress`; without either there are no links",
    };

    private static readonly Setting<TimeSpan> AttentionAfter = new(
        $"{Section}:AttentionMinutes", Kinds.WholeMinutes(1, 10_080), TimeSpan.FromHours(1))
    {
        Meaning = "How long a case may be in *controle nodig*. One that was put aside is told of when it has come back.",
    };

    private static readonly Setting<TimeSpan> UnansweredAfter = new(
        $"{Section}:UnansweredMinutes", Kinds.WholeMinutes(1, 1_440), TimeSpan.FromMinutes(15))
    {
        Meaning = "How long a system may give no answer, or the disk take nothing.",
    };

    private static readonly Setting<int> DaysBefore = new($"{Section}:EndsDays", Kinds.Whole(1, 90, "days"), 14)
    {
        Meaning = "How many days before its end a certificate or a secret is told of.",
    };

    private static readonly Setting<IReadOnlyList<WrittenEnd>> Written = new($"{Section}:Ends", Dates, [])
    {
        Meaning = "When secrets are over that do not say so themselves, such as `SignIn:ClientSecret=2027-06-30`. Of the "
            + "certificates in files the app reads it.",
    };

    private static readonly Setting<TimeSpan> Check = new(
        $"{Section}:CheckSeconds", Kinds.Seconds(0.1, 600), TimeSpan.FromSeconds(30))
    {
        Meaning = "Time between two looks at what is wrong.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "Who is told when people have to do something: once when it begins and once when it is over. No personal data.",
        [Mail, Hook, Key, Site, AttentionAfter, UnansweredAfter, DaysBefore, Written, Check]);

    /// <summary>Who is mailed; empty for nobody.</summary>
    public string MailTo { get; init; } = "";

    /// <summary>Where it is posted; null for nowhere.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>By which it is signed.</summary>
    public string WebhookKey { get; init; } = "";

    /// <summary>For links; null for none.</summary>
    public Uri? SiteAddress { get; init; }

    /// <summary>Of a case in controle nodig.</summary>
    public TimeSpan Attention { get; init; } = AttentionAfter.Standard;

    /// <summary>Of a system without an answer.</summary>
    public TimeSpan Unanswered { get; init; } = UnansweredAfter.Standard;

    /// <summary>Before the end.</summary>
    public TimeSpan Ahead { get; init; } = TimeSpan.FromDays(DaysBefore.Standard);

    /// <summary>What somebody wrote down.</summary>
    public IReadOnlyList<WrittenEnd> Ends { get; init; } = [];

    /// <summary>Between two looks.</summary>
    public TimeSpan Interval { get; init; } = Check.Standard;

    /// <summary>True when somebody is told.</summary>
    public bool AreAsked => MailTo.Length > 0 || Webhook is not null;

    /// <summary>Reads the section; <paramref name="site"/> is used where it has no address of its own.</summary>
    public static AlertSettings Read(SettingsReader read, Uri? site) => new()
    {
        MailTo = read.Of(Mail),
        Webhook = read.Of(Hook),
        WebhookKey = read.Of(Key),
        SiteAddress = read.Of(Site) ?? site,
        Attention = read.Of(AttentionAfter),
        Unanswered = read.Of(UnansweredAfter),
        Ahead = TimeSpan.FromDays(read.Of(DaysBefore)),
        Ends = read.Of(Written),
        Interval = read.Of(Check),
    };

    private static bool TryReadDates(string text, out IReadOnlyList<WrittenEnd> value)
    {
        List<WrittenEnd> ends = [];
        value = ends;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=') is not [{ Length: > 0 and <= 100 } what, var day] || what.Any(char.IsControl)
                || !DateOnly.TryParseExact(
                    day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                return false;
            ends.Add(new WrittenEnd(what.Trim(), on));
        }

        return true;
    }
}
