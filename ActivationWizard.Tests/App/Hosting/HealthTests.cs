using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>What is asked by who keeps processes running: what is down, by its name.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_WhatGoesAndComesBack_IsNamedMeanwhileAndTheProcessLives()
    {
        await using var app = new TestApp();
        using var visitor = app.Visitor();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(visitor, Urls.Ready));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(visitor, Urls.Health));

        // A disk that is full, as the system has it for whoever writes to this one.
        var probe = Path.Combine(app.DataFolder, DiskHealth.FileName);
        File.Delete(probe);
        if (OperatingSystem.IsLinux())
        {
            File.CreateSymbolicLink(probe, "/dev/full");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: disk"), await AskAsync(visitor, Urls.Ready));
            File.Delete(probe);
        }

        Directory.CreateDirectory(probe);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: disk"), await AskAsync(visitor, Urls.Ready));
        Directory.Delete(probe);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(visitor, Urls.Ready));

        await using var journal = await app.Services.GetRequiredService<IDbContextFactory<JournalContext>>()
            .CreateDbContextAsync(Cancellation);
        await journal.Database.ExecuteSqlRawAsync(
            "UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '1' || \"MigrationId\"", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: migrations"), await AskAsync(visitor, Urls.Ready));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(visitor, Urls.Alive));
    }

    private static async Task<(HttpStatusCode, string)> AskAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(address, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
