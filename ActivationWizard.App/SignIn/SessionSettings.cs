using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.SignIn;

/// <summary>How long somebody stays signed in: the section <c>Session</c> of the settings.</summary>
public sealed record SessionSettings
{
    private static readonly Setting<TimeSpan> IdleMinutes = new(
        "Session:IdleMinutes", Kinds.WholeMinutes(5, 480), TimeSpan.FromMinutes(30))
    {
        Meaning = "After how long without an act of the person a session ends. What an open page does by itself is no act.",
    };

    private static readonly Setting<TimeSpan> LimitHours = new(
        "Session:LimitHours", Kinds.WholeHours(1, 24), TimeSpan.FromHours(9))
    {
        Meaning = "How long a session lasts at most, whatever the person does.",
    };

    private static readonly Setting<TimeSpan> RecheckMinutes = new(
        "Session:RecheckMinutes", Kinds.WholeMinutes(1, 60), TimeSpan.FromMinutes(4))
    {
        Meaning = "How often the identity provider is asked whether a person still has the role, where it gave a refresh token "
            + "or puts the roles in userinfo. A role that is taken away is refused within half a minute more.",
    };

    private static readonly Setting<TimeSpan> UncheckedMinutes = new(
        "Session:UncheckedMinutes", Kinds.WholeMinutes(5, 1_440), TimeSpan.FromMinutes(60))
    {
        Meaning = "How long a session lasts at most without the identity provider having said that the person has the role: when "
            + "it gives nothing to ask it by, or does not answer. Not in a demonstration.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        "Session", "How long somebody stays signed in.", [IdleMinutes, LimitHours, RecheckMinutes, UncheckedMinutes])
    {
        Rules =
        [
            new(UncheckedMinutes, "must not be less than Session:RecheckMinutes",
                read => read.Of(UncheckedMinutes) >= read.Of(RecheckMinutes), RecheckMinutes),
        ],
    };

    /// <summary>Without an act of the person for so long, it ends.</summary>
    public TimeSpan Idle { get; init; } = IdleMinutes.Standard;

    /// <summary>After so long it ends in any case.</summary>
    public TimeSpan Limit { get; init; } = LimitHours.Standard;

    /// <summary>After so long the identity provider is asked again.</summary>
    public TimeSpan Recheck { get; init; } = RecheckMinutes.Standard;

    /// <summary>Without an answer of the identity provider for so long, it ends.</summary>
    public TimeSpan Unchecked { get; init; } = UncheckedMinutes.Standard;

    /// <summary>Reads the section.</summary>
    public static SessionSettings Read(SettingsReader read) => new()
    {
        Idle = read.Of(IdleMinutes),
        Limit = read.Of(LimitHours),
        Recheck = read.Of(RecheckMinutes),
        Unchecked = read.Of(UncheckedMinutes),
    };
}
