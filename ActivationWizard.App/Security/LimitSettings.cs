using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Security;

/// <summary>How often something may be asked: the section <c>Limits</c> of the settings.</summary>
public sealed record LimitSettings
{
    private static readonly Setting<int> Intake = new("Limits:IntakePerMinute", Kinds.Whole(1, 100_000), 600)
    {
        Meaning = "Requests that the website's form may send in a minute; and so many with a wrong key from one address.",
    };

    private static readonly Setting<int> SignIn = new("Limits:SignInsPerMinute", Kinds.Whole(1, 100_000), 1_200)
    {
        Meaning = "Steps of signing in in a minute from one address; each sign-in takes two. Behind a gateway that hides "
            + "addresses everybody has the same one: the default is for 300 people who come in within a minute, twice over.",
    };

    private static readonly Setting<int> BackChannel = new("Limits:BackChannelPerMinute", Kinds.Whole(1, 100_000), 600)
    {
        Meaning = "Calls in a minute from one address by which the identity provider ends sessions.",
    };

    private static readonly Setting<int> Search = new("Limits:SearchesPerMinute", Kinds.Whole(1, 10_000), 120)
    {
        Meaning = "Searches of one person in a minute. Whoever types without a pause longer than a quarter of a second searches "
            + "once. A file that is taken along counts as a search.",
    };

    private static readonly Setting<int> Circuits = new("Limits:CircuitsPerPerson", Kinds.Whole(1, 10_000), 30)
    {
        Meaning = "Pages that one person may have open, in all browsers and tabs.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        "Limits",
        "How often something may be asked, at all instances together, before it is refused for a while. "
            + "No limit is near the work.",
        [Intake, SignIn, BackChannel, Search, Circuits]);

    private Dictionary<Limit, int> Most { get; init; } = Of(setting => setting.Standard);

    /// <summary>How many are allowed: in a minute, or of circuits at a time.</summary>
    public int this[Limit limit] => Most[limit];

    /// <summary>Reads the section.</summary>
    public static LimitSettings Read(SettingsReader read) => new() { Most = Of(read.Of) };

    private static Dictionary<Limit, int> Of(Func<Setting<int>, int> value) => new()
    {
        [Limit.Intake] = value(Intake),
        [Limit.SignIn] = value(SignIn),
        [Limit.BackChannel] = value(BackChannel),
        [Limit.Search] = value(Search),
        [Limit.Circuits] = value(Circuits),
    };
}
