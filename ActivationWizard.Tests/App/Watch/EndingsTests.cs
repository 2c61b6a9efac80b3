using ActivationWizard.App.Hosting;
using ActivationWizard.App.Watch;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.App.Watch;

/// <summary>What is over soon: read from the files of certificates, or from what somebody wrote down.</summary>
public sealed class EndingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Before_AMoment_AreTheCertificatesAndSecretsThatEndByThenTheFirstOneFirst()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (server, client) = (now.AddDays(5), now.AddDays(9));
        Write("server.pem", server);
        Write("client.pem", client);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(ServerCertificate.PathKey, "server.pem")]).Build();
        var endings = new Endings(
            new AlertSettings
            {
                Ends =
                [
                    new("Postex:Token", DutchCalendar.DayOf(now.AddDays(40))),
                    new("SignIn:ClientSecret", DutchCalendar.DayOf(now.AddDays(-1))),
                ],
            },
            configuration,
            new HostingEnvironment { ContentRootPath = _folder.Path },
            Options.Create(new MailboxOptions { Graph = new() { Certificate = _folder["client.pem"] } }));

        string[] all =
        [
            $"SignIn:ClientSecret {DutchCalendar.DayOf(now.AddDays(-1)):yyyy-MM-dd}",
            $"Kestrel:Certificates:Default:Path {DutchCalendar.DayOf(server):yyyy-MM-dd}",
            $"Mailbox:Graph:Certificate {DutchCalendar.DayOf(client):yyyy-MM-dd}",
        ];
        Assert.Equal(all, endings.Before(now.AddDays(14)));
        Assert.Equal(all[..2], endings.Before(now.AddDays(7)));

        // One that was renewed meanwhile is read anew; one that is gone is no ending.
        Write("server.pem", now.AddDays(400));
        File.Delete(_folder["client.pem"]);
        Assert.Equal(all[..1], endings.Before(now.AddDays(14)));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, DateTimeOffset end)
    {
        using var certificate = TestCertificate.For("localhost", end);
        File.WriteAllText(_folder[name], certificate.ExportCertificatePem());
    }
}
