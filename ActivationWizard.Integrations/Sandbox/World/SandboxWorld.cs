using System.Security.Cryptography;
using System.Text;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>The one world the simulators share: state, ledger, clock. Used under its <see cref="Gate"/> only.</summary>
internal sealed class SandboxWorld(TimeProvider time, StateFile? file, Func<SandboxState> seed)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private bool _changed;

    public Lock Gate { get; } = new();

    public SandboxState State { get; private set; } = file?.Load() ?? seed();

    public TimeProvider Time => time;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), Amsterdam);

    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public void Changed() => _changed = true;

    public void Record(SandboxRequest request, string effect, string subject, Func<LedgerEntry, LedgerEntry>? with = null)
    {
        var number = State.Ledger.Count(entry => entry.System == request.System && entry.Effect == effect) + 1;
        var entry = new LedgerEntry(State.Ledger.Count + 1, number, Now, request.System, effect, subject)
        {
            IdempotencyKey = request.IdempotencyKey,
            CorrelationId = request.CorrelationId,
        };
        State.Ledger.Add(with?.Invoke(entry) ?? entry);
        Changed();
    }

    /// <summary>Before the answer leaves: what was answered must survive a kill.</summary>
    public void Save()
    {
        if (!_changed) return;
        file?.Save(State);
        _changed = false;
    }

    public void Reset()
    {
        State = seed();
        Changed();
        Save();
    }
}
