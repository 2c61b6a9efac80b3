using System.Text.Json;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// A case as a file: its events with their envelopes, in clear, each with a digest that takes in the one before it, so that a
/// changed, missing or moved event is seen before anything is taken in.
/// </summary>
/// <param name="Format">What the file is; always <see cref="Name"/>.</param>
/// <param name="Number">The case.</param>
/// <param name="Events">Every event in order.</param>
public sealed record CaseFile(string Format, string Number, IReadOnlyList<CaseFileEvent> Events)
{
    /// <summary>The format of all files so far.</summary>
    public const string Name = "activationwizard-case/1";
}

/// <summary>One event of a <see cref="CaseFile"/>.</summary>
public sealed record CaseFileEvent(
    int Sequence,
    string Kind,
    int SchemaVersion,
    string ActorId,
    string ActorName,
    string ActorRole,
    string Instance,
    DateTimeOffset At,
    string? EffectKey,
    string? RulesVersion,
    JsonElement Fact,
    string Digest);

/// <summary>Why a file was not taken in. Closed.</summary>
public enum ImportRefusal
{
    /// <summary>It is not a file of a case, or of a later version of the wizard.</summary>
    NotACase,

    /// <summary>An event was changed, removed or moved.</summary>
    Changed,

    /// <summary>An event is of a kind that this version does not know, or may not follow the one before it.</summary>
    DoesNotFit,

    /// <summary>A case with this number is here already.</summary>
    NumberTaken,
}
