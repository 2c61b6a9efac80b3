using System.ComponentModel;

namespace ActivationWizard.App.Intake;

/// <summary>What the website gets for a request that was taken in.</summary>
public sealed record IntakeReceipt(
    [property: Description("Number of the case, to be shown to whoever asked: a year and a number of five digits or more.")]
    string Zaaknummer);
