using System.Collections.Concurrent;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Codes;

/// <summary>
/// Codes that people typed. Each lives in this process, until the run that takes it has ended; after a crash the question is
/// asked again.
/// </summary>
public sealed class TypedCodes(IUmbrella umbrella, ActivationSettings settings)
{
    private readonly ConcurrentDictionary<CaseNumber, ActivationCode> _typed = new();

    /// <summary>The code that was typed, with its fingerprint; null when it is none, by the installation's pattern.</summary>
    internal (ActivationCode Code, string Fingerprint)? Recognise(string? typed) =>
        umbrella.Recognise(typed) is { } code ? (code, code.Fingerprint(settings.FingerprintKey.Span)) : null;

    /// <summary>Keeps the code for the next run of the case.</summary>
    internal void Keep(CaseNumber number, ActivationCode code) => _typed[number] = code;

    /// <summary>The code for this run, which is kept no longer; null when none was typed.</summary>
    internal ActivationCode? Take(CaseNumber number) => _typed.TryRemove(number, out var code) ? code : null;
}
