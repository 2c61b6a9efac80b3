using System.Globalization;
using System.Resources;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Status;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.App.Watch;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Components;

/// <summary>Every code of the program that the pages about the installation and its checks can come to say.</summary>
public sealed class SystemWordsTests
{
    public static TheoryData<string, Enum> Codes =>
    [
        .. Of<SystemMode>("Mode"), .. Of<MailPart>("MailPart"),
        .. Of<MailRefusal>("MailRefusal"), .. Of<SettingOrigin>("Origin"), .. Of<TemplateFault>("Template"),
        .. Of<DisturbanceKind>("Kind"), .. Of<CheckResult>("Result"), .. Of<UntoldReason>("Untold"),
        .. Of<FailureReason>(nameof(FailureReason)), .. Of<OddAnswer>(nameof(OddAnswer)),
        .. Of<TemplateFault>(nameof(TemplateFault)),
    ];

    private static readonly ResourceManager[] Texts =
        [StatusText.ResourceManager, WatchText.ResourceManager, ChecksText.ResourceManager];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_InEachLanguage_HasWordsAndNotItsName(string prefix, Enum code)
    {
        var dutch = Said(prefix, code);
        using var reader = new FixedCulture("en-GB");
        var english = Said(prefix, code);

        Assert.NotEqual(dutch, english);
        Assert.DoesNotMatch($@"\b{code}\b", dutch);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void SystemWithoutAnAnswer_IsCalledAsPeopleCallIt(string language)
    {
        using var reader = new FixedCulture(language);
        Assert.All(Enum.GetValues<ForeignSystem>(), system => Assert.StartsWith(
            $"{StepWords.Of(system)} ",
            DisturbanceWords.Of(new Disturbance(
                Guid.NewGuid(), DisturbanceKind.Unanswered, $"{system}", FixedTime.Start, null, false, false)),
            StringComparison.Ordinal));
    }

    private static string Said(string prefix, Enum code) =>
        Texts.Select(text => text.GetString($"{prefix}{code}", CultureInfo.CurrentUICulture)).OfType<string>().First();

    private static IEnumerable<TheoryDataRow<string, Enum>> Of<T>(string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(one => new TheoryDataRow<string, Enum>(prefix, one));
}
