using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Rules;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Trial;

/// <summary>What kind of thing the wizard proposed.</summary>
public enum TrialKind
{
    CodeByEmail,
    CodeByLetter,
    NewCodeByEmail,
    NewCodeByLetter,
    Refusal,

    /// <summary>To send nothing until a person has settled something.</summary>
    Hold,

    /// <summary>Nothing yet: it asked whether a first code is a new one.</summary>
    Question,
}

/// <summary>Tells the kinds apart.</summary>
public static class TrialKinds
{
    /// <summary>The kind of a case's proposal.</summary>
    public static TrialKind Of(TrialCase one) => one switch
    {
        { Hold: not null } => TrialKind.Hold,
        { Route: Route.Refusal } => TrialKind.Refusal,
        { Route: { Recreates: true, IsLetter: true } } => TrialKind.NewCodeByLetter,
        { Route: { Recreates: true } } => TrialKind.NewCodeByEmail,
        { Route: { IsLetter: true } } => TrialKind.CodeByLetter,
        { Route: not null } => TrialKind.CodeByEmail,
        _ => TrialKind.Question,
    };
}
