using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>A demonstration by itself has post; whoever says otherwise has what they say.</summary>
public sealed class DemoDefaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_ADemonstrationByItself_ReadsItsMailsjablonenInTheMailbox()
    {
        var settings = Settings();

        Assert.Equal(TemplateSource.Mailbox, settings.Systems.Mailbox.Templates);
        Assert.True(settings.Systems.IncomingMail.IsRead);
        Assert.Equal("formulier@thuis.example", $"{Assert.Single(settings.Systems.IncomingMail.FormSenders)}");
    }

    [Theory]
    [InlineData("Sandbox:Address", "http://127.0.0.1:5090")]
    [InlineData("Mailbox:Mode", "Manual")]
    [InlineData("Mailbox:Templates:Source", "Folder")]
    public void Add_WhoSaysOtherwise_HasWhatTheySay(string key, string value) =>
        Assert.Equal(TemplateSource.Folder, Settings((key, value)).Systems.Mailbox.Templates);

    [Fact]
    public void HavePost_InProduction_IsNever() => Assert.False(DemoDefaults.HavePost(
        new ConfigurationBuilder().AddInMemoryCollection(CompleteInstallation.ByHand).Build()));

    private AppSettings Settings(params (string Key, string Value)[] settings)
    {
        var manager = new ConfigurationManager();
        manager.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        manager["Installation:DataFolder"] = "data";
        DemoDefaults.Add(manager, manager);
        return AppSettings.Read(manager, _folder.Path);
    }
}
