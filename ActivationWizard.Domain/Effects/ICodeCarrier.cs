using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// Carries the code from its reading to the letter, for as long as one run of a case. It is never written down.
/// </summary>
public interface ICodeCarrier
{
    /// <summary>The code that was read or typed for this run; null when none was.</summary>
    ActivationCode? Code { get; }

    /// <summary>Keeps the code for the rest of the run.</summary>
    void Take(ActivationCode code);
}
