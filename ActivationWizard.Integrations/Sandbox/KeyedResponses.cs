using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>
/// Carries a call out, once per key where the system honours keys. A repeat waits for the first: whoever holds the
/// key's turn keeps it until its effect has happened or cannot happen any more.
/// </summary>
internal sealed class KeyedResponses(SandboxWorld world)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = [];

    public async Task<Turn> EnterAsync(SimulatedSystem system, SandboxRequest request, CancellationToken cancellation)
    {
        if (request.IdempotencyKey is not { } key || system.KeepsResponse(request) is null) return new(null);
        var turn = _turns.GetOrAdd($"{system.Name} {key}", _ => new(1));
        await turn.WaitAsync(cancellation);
        return new(turn);
    }

    /// <summary>Effect, kept answer and ledger are one change of state, saved before the caller hears of it.</summary>
    public SandboxReply CarryOut(SimulatedSystem system, SandboxRequest request)
    {
        lock (world.Gate)
        {
            if (system.Refuse(request) is { } refusal) return refusal;
            var lifetime = system.KeepsResponse(request);
            var reply = lifetime is { } keeps && request.IdempotencyKey is { } key
                ? Once(system, request, key, keeps)
                : system.Answer(request);
            world.Save();
            return reply;
        }
    }

    private SandboxReply Once(SimulatedSystem system, SandboxRequest request, string key, TimeSpan keeps)
    {
        var responses = world.State.KeptResponses;
        responses.RemoveAll(response => response.Until <= world.Now);
        var fingerprint = Fingerprint(request);
        if (responses.FirstOrDefault(response => response.System == system.Name && response.Key == key) is { } kept)
            return kept.Fingerprint == fingerprint
                ? new SandboxReply(kept.Status, kept.Body?.DeepClone()) { Headers = new(kept.Headers) }
                    .With("Idempotent-Replayed", "true")
                : system.Error(422, "sleutel-hergebruikt", "The key belongs to another method, path or body.");

        var reply = system.Answer(request);
        if (reply.Succeeded)
        {
            var body = reply.Body?.DeepClone();
            responses.Add(new(system.Name, key, fingerprint, world.Now + keeps, reply.Status, body, reply.Headers));
            world.Changed();
        }

        return reply;
    }

    private static string Fingerprint(SandboxRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n{request.Text}")));

    /// <summary>The right to use a key; given back once.</summary>
    internal sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
