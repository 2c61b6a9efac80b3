using ActivationWizard.App;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>A real installation has a whole mailbox, or says that people send by hand.</summary>
public sealed class MailboxInProductionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Nothing said: the mail server is what is missing.
    [InlineData("", "Mailbox:SmtpHost")]
    [InlineData("Mode=Manual", "")]
    [InlineData("Mode=Manual;ImapHost=imap.example", "")]
    [InlineData("Mode=Sandbox", "Mailbox:Mode")]
    [InlineData("Mode=Sandbox;SmtpHost=smtp.example;From=wonen@thuis.example", "Mailbox:Mode")]
    [InlineData("Mode=Smtp", "Mailbox:From,Mailbox:SmtpHost")]
    [InlineData("SmtpHost=smtp.example", "Mailbox:From")]
    [InlineData("SmtpHost=smtp.example;From=wonen@thuis.example", "")]
    [InlineData("SmtpHost=smtp.example;From=wonen@thuis.example;UserName=wonen", "Mailbox:UserName")]
    [InlineData("SmtpHost=smtp.example;From=wonen@thuis.example;Password=zeer-geheim", "Mailbox:UserName")]
    [InlineData("SmtpHost=smtp.example;From=wonen@thuis.example;UserName=wonen;Password=zeer-geheim;ImapHost=imap.example", "")]
    [InlineData("Mode=Graph", "Mailbox:From,Mailbox:Graph:ClientId,Mailbox:Graph:ClientSecret,Mailbox:Graph:Tenant")]
    [InlineData("Graph:ClientId=app", "Mailbox:From,Mailbox:Graph:ClientSecret,Mailbox:Graph:Tenant")]
    [InlineData("Graph:ClientId=app;Graph:Tenant=thuis.example;Graph:ClientSecret=zeer-geheim", "Mailbox:From")]
    [InlineData("Graph:ClientId=app;Graph:Tenant=thuis.example;Graph:ClientSecret=zeer-geheim;From=wonen@thuis.example", "")]
    [InlineData("Graph:ClientId=app;SmtpHost=smtp.example", "Mailbox:From,Mailbox:Graph:ClientId")]
    [InlineData("Templates:Source=Mailbox;Mode=Manual", "Mailbox:Templates:Source")]
    public void Faults_MailboxInProduction_IsWholeOrByHand(string mailbox, string named)
    {
        var settings = mailbox.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2)).Select(one => ($"Mailbox:{one[0]}", one[1]));

        Dictionary<string, string?> installation = new(CompleteInstallation.ByHand)
        {
            ["Installation:DataFolder"] = "data",
            ["Mailbox:Mode"] = null,
        };
        foreach (var (key, value) in settings)
            installation[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(installation).Build();
        var faults = new SettingsReader(configuration, isDemo: false, _folder.Path).Faults(AppSettings.Declared);

        Assert.Equal(
            named.Split(',', StringSplitOptions.RemoveEmptyEntries),
            faults.Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal));
    }
}
