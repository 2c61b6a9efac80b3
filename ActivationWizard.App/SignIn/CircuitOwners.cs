using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace ActivationWizard.App.SignIn;

/// <summary>Remembers who started which circuit, by a hash of the circuit's secret.</summary>
public sealed class CircuitOwners : IDisposable
{
    /// <summary>A circuit that nobody came back to for this long is gone on the server as well.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    private readonly MemoryCache _owners = new(new MemoryCacheOptions());

    public void Remember(string circuitSecret, string actorId) =>
        _owners.Set(Key(circuitSecret), actorId, new MemoryCacheEntryOptions { SlidingExpiration = Kept });

    /// <summary>From now on it is nobody's.</summary>
    public void Forget(string circuitSecret) => _owners.Remove(Key(circuitSecret));

    public bool Owns(string actorId, string? circuitSecret) =>
        circuitSecret is not null && _owners.TryGetValue(Key(circuitSecret), out string? owner) && owner == actorId;

    public void Dispose() => _owners.Dispose();

    private static string Key(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
