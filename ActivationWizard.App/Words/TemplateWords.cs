using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.App.Words;

/// <summary>What a standard reply is called, and what is wrong with its template.</summary>
public static class TemplateWords
{
    /// <summary>Its ground, and whether it says why.</summary>
    public static string Name(TemplateChoice template) =>
        template.Neutral ? $"{StepWords.Of(template.Ground)}, {StepsText.ReplyNeutral}" : StepWords.Of(template.Ground);

    /// <summary>A file by its path, and a reply whose template is a message by its words.</summary>
    public static string Name(string file) => ReplySlot.Named(file) is not { } slot ? file
        : $"{(slot.Text is { } ground ? StepWords.Of(ground) : StepsText.ReplyNeutral)} ({StepWords.Of((Enum)slot.Language)})";

    /// <summary>Which file or message was in the way, and what to do about it: sentences.</summary>
    public static string Why(ReplyNotComposed failed) => failed.Folder is { } folder
        ? (failed.Why is null ? StepsText.ReplyMailMissing : StepsText.ReplyMailBroken).With(Name(failed.Template), folder)
        : (failed.Why is null ? StepsText.ReplyMissing : StepsText.ReplyBroken)
            .With(Name(failed.Template), TemplateFolder.FileOf(failed.Template));

    /// <summary>The same in a part of a sentence.</summary>
    public static string Briefly(ReplyNotComposed failed) => failed.Folder is { } folder
        ? (failed.Why is null ? StepsText.ReplyMailMissingBriefly : StepsText.ReplyMailBrokenBriefly).With(folder)
        : (failed.Why is null ? StepsText.ReplyFileMissing : StepsText.ReplyFileBroken)
            .With(TemplateFolder.FileOf(failed.Template));
}
