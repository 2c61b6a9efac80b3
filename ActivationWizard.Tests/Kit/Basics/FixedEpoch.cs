using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>An installation whose epoch is known beforehand.</summary>
internal sealed class FixedEpoch(Epoch epoch) : ICurrentEpoch
{
    /// <summary>The epoch of most tests.</summary>
    public static Epoch Ours { get; } = Of("K7MPQX-3XT9");

    /// <summary>That of an installation which others have as well.</summary>
    public static Epoch Pilot { get; } = Of("PQT234-8HZW");

    public Epoch Now { get; set; } = epoch;

    /// <summary>The key of an effect in <see cref="Ours"/>.</summary>
    public static EffectKey Key(CaseNumber number, int sequence) => EffectKey.Of(number, sequence, Ours);

    private static Epoch Of(string text) => Epoch.TryParse(text, out var epoch)
        ? epoch : throw new ArgumentException(text, nameof(text));
}
