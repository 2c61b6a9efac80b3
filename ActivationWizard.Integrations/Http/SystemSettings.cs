using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Http;

/// <summary>The settings that the section of every system over HTTP begins with.</summary>
internal sealed class SystemSettings
{
    private readonly Setting<SystemMode?> _mode;
    private readonly Setting<Uri?> _address;
    private readonly Setting<double> _timeout;
    private readonly Setting<double> _attempt;
    private readonly Setting<int> _retries;
    private readonly Setting<double> _pause;
    private readonly Setting<double> _cap;
    private readonly Setting<int> _calls;
    private readonly Setting<double> _break;

    /// <summary>Declares them for the section of this name.</summary>
    public SystemSettings(string section)
    {
        _mode = new($"{section}:Mode", Kinds.Optional(Kinds.Choice<SystemMode>()), null)
        {
            Meaning = "How the system is reached: over HTTP, played by a simulator (Demo only), or by hand, by the employee.",
            DefaultInWords = "`Http` with a base address, else `Sandbox` in Demo",
            DefaultFrom = read => $"{ModeIn(read)}",
        };
        _address = new($"{section}:BaseAddress", Kinds.Address, null)
        {
            Meaning = "Where the system's interface is. Not used in sandbox mode.",
            RequiredWhen = new($"when `{section}:Mode` is `Http`, and in Production unless it is `Manual`", MustHaveAddress),
        };
        _timeout = new($"{section}:TimeoutSeconds", Kinds.Number(0.05, 3600, "seconds"), 30)
        {
            Meaning = "The deadline of one call, every attempt and pause included; at least `AttemptTimeoutSeconds`.",
        };
        _attempt = new($"{section}:AttemptTimeoutSeconds", Kinds.Number(0.05, 600, "seconds"), 10)
        {
            Meaning = "How long one attempt may take, its body included.",
        };
        _retries = new($"{section}:Retries", Kinds.Whole(0, 10), 2)
        {
            Meaning = "How often a call that may be repeated is repeated within its deadline.",
        };
        _pause = new($"{section}:RetryPauseSeconds", Kinds.Number(0, 60, "seconds"), 0.2)
        {
            Meaning = "The first pause before repeating; it doubles each time.",
        };
        _cap = new($"{section}:RetryAfterCapSeconds", Kinds.Number(0, 600, "seconds"), 5)
        {
            Meaning = "The longest `Retry-After` that is waited for; a longer one ends the call.",
        };
        _calls = new($"{section}:CircuitMinimumCalls", Kinds.Whole(2, 10_000), 10)
        {
            Meaning = "Attempts within 30 seconds before calls are kept back, which happens when half of them failed.",
        };
        _break = new($"{section}:CircuitBreakSeconds", Kinds.Number(0.5, 3600, "seconds"), 15)
        {
            Meaning = "How long calls are then kept back.",
        };
        OverHttp = new($"when `{section}:Mode` is `Http`", read => read.IsRight(_mode) && ModeIn(read) is SystemMode.Http);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Setting> All => [_mode, _address, _timeout, _attempt, _retries, _pause, _cap, _calls, _break];

    /// <summary>What must hold between them.</summary>
    public IReadOnlyList<SettingsRule> Rules =>
    [
        new(_mode, "must be Http or Manual in Production: nothing there is simulated",
            read => read.IsDemo is not false || read.Of(_mode) is not SystemMode.Sandbox),
        new(_timeout, "must be at least AttemptTimeoutSeconds", read => read.Of(_timeout) >= read.Of(_attempt), _attempt),
    ];

    /// <summary>The system is really called.</summary>
    public SettingCondition OverHttp { get; }

    /// <summary>The options of one system with what they have in common filled in.</summary>
    public T Fill<T>(SettingsReader read, T options)
        where T : SystemOptions => (T)(options with
        {
            Mode = ModeIn(read),
            BaseAddress = read.Of(_address),
            TimeoutSeconds = read.Of(_timeout),
            AttemptTimeoutSeconds = read.Of(_attempt),
            Retries = read.Of(_retries),
            RetryPauseSeconds = read.Of(_pause),
            RetryAfterCapSeconds = read.Of(_cap),
            CircuitMinimumCalls = read.Of(_calls),
            CircuitBreakSeconds = read.Of(_break),
        });

    private SystemMode ModeIn(SettingsReader read) =>
        read.Of(_mode) ?? (read.IsSet(_address) ? SystemMode.Http : SystemMode.Sandbox);

    private bool MustHaveAddress(SettingsReader read) => read.IsRight(_mode)
        && read.Of(_mode) switch
        {
            SystemMode.Http => true,
            null => read.IsDemo is false,
            _ => false,
        };
}
