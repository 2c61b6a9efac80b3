namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What can be wrong after a run: the columns of the table.</summary>
internal enum Harm
{
    /// <summary>The journal says done, or the case is over, and the system did not do it; or the other way round.</summary>
    Lost,

    /// <summary>The machine did something twice.</summary>
    Duplicate,

    /// <summary>It went to somebody else, or is about somebody else.</summary>
    WrongRecipient,

    /// <summary>The code is where it may not be, or is not the code that Umbrella holds.</summary>
    Leaked,

    /// <summary>The case neither ended nor waits for anybody.</summary>
    Nowhere,

    /// <summary>A chain does not hold, an effect was never requested, cases of one tenant acted side by side.</summary>
    Broken,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Case">The case's number; null for what concerns the whole world.</param>
internal sealed record Finding(Harm Harm, string? Case, string What)
{
    public override string ToString() => $"{Harm} {Case}: {What}";
}
