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

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        "Session", "How long somebody stays signed in.", [IdleMinutes, LimitHours]);

    /// <summary>Without an act of the person for so long, it ends.</summary>
    public TimeSpan Idle { get; init; } = IdleMinutes.Standard;

    /// <summary>After so long it ends in any case.</summary>
    public TimeSpan Limit { get; init; } = LimitHours.Standard;

    /// <summary>Reads the section.</summary>
    public static SessionSettings Read(SettingsReader read) => new() { Idle = read.Of(IdleMinutes), Limit = read.Of(LimitHours) };
}
