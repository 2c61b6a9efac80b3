using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Words;

/// <summary>What a code says of why something was not done.</summary>
public static class RefusalWords
{
    /// <summary>A sentence; a code that has none is shown as it is, in a sentence that says so.</summary>
    public static string Of(ForeignSystem system, string code) => code switch
    {
        _ when RefusalCodes.IsKnown(code) => RefusalsText.ResourceManager.Word(code).With(StepWords.Of(system)),
        _ when code.StartsWith(RefusalCodes.SmtpPrefix, StringComparison.Ordinal) =>
            RefusalsText.MailServer.With(code[RefusalCodes.SmtpPrefix.Length..]),
        _ => RefusalsText.Unknown.With(StepWords.Of(system), code),
    };
}
