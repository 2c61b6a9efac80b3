using System.Globalization;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.Intake;

/// <summary>What is wrong with a field.</summary>
public enum IntakeError
{
    /// <summary>It has to be filled in.</summary>
    Missing,

    /// <summary>It is not of the form that is asked for.</summary>
    Invalid,

    /// <summary>It has more characters than may be kept.</summary>
    TooLong,

    /// <summary>It holds characters that nobody can see, and that could make it look like another.</summary>
    Hidden,

    /// <summary>There is more than one in it.</summary>
    Several,

    /// <summary>Nobody can live there: a post office box.</summary>
    NoHome,
}

/// <summary>One field and what is wrong with it.</summary>
public sealed record IntakeFault(IntakeField Field, IntakeError Error)
{
    /// <summary>What to do, in a sentence, in the language of the screen or of the caller.</summary>
    public string Words =>
        IntakeText.ResourceManager.GetString($"{Field}{Error}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"IntakeText has no words for {Field}{Error}.");
}
