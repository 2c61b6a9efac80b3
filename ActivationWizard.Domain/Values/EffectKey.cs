using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// What a changing call is known by, at our side and at theirs: idempotency key, our reference, part of the Message-ID. Made from
/// the case, the sequence of its <em>requested</em> event and the epoch it was requested in, so that a retry and a recovery send
/// the same one, and another installation or a restored copy never does. At most 35 characters, no personal data.
/// </summary>
/// <remarks>Keys of versions before epochs have no epoch; they stay as they are.</remarks>
[JsonConverter(typeof(ParsedValueConverter<EffectKey>))]
public sealed partial record EffectKey : IParsedValue<EffectKey>
{
    private readonly string _text;

    private EffectKey(string text) => _text = text;

    /// <summary>The key of the effect that was requested as event <paramref name="sequence"/> of the case.</summary>
    public static EffectKey Of(CaseNumber number, int sequence, Epoch epoch) => new($"AW-{number}-{sequence:000}-{epoch}");

    /// <summary>
    /// The key of a step that was never requested of a system: the employee did it, or is to do it, from the start. It is known
    /// in the journal only.
    /// </summary>
    public static EffectKey ByHand(CaseNumber number, int sequence) => new($"AW-{number}-{sequence:000}");

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out EffectKey? value)
    {
        value = text is not null && Pattern().IsMatch(text) ? new EffectKey(text) : null;
        return value is not null;
    }

    /// <summary>The case whose effect it is of; null when that is no number of a case.</summary>
    public CaseNumber? Number => CaseNumber.TryParse(string.Join('-', _text.Split('-')[1..3]), out var number) ? number : null;

    /// <summary>True when it is of an effect of this case.</summary>
    public bool IsOf(CaseNumber number) => _text.StartsWith($"AW-{number}-", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => _text;

    [GeneratedRegex(@"\AAW-2[0-9]{3}-[0-9]{5,7}-[0-9]{3,7}(-" + Epoch.Form + @")?\z", RegexOptions.ECMAScript)]
    private static partial Regex Pattern();
}
