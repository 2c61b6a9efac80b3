using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Rules;

/// <summary>What the table and its guards see of a case.</summary>
public interface IJudgedCase
{
    /// <summary>What came in.</summary>
    ActivationRequest Request { get; }

    /// <summary>First or new code, after the answer to D21.</summary>
    CodeKind CodeKind { get; }

    /// <summary>A team lead's decision on D14; null is the setting's.</summary>
    bool? ArrangementMaySend { get; }

    /// <summary>What the sources said.</summary>
    CaseFacts Facts { get; }
}

/// <summary>What judging needs of the installation's settings.</summary>
public interface IRuleSettings
{
    /// <summary>Whether an arrangement stands in the administrator's way (D14).</summary>
    ArrangementPolicy ArrangementBlocksAdministrator { get; }
}
