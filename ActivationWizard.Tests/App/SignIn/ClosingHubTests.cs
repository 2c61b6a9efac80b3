using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Pages that come back to an app that stops, which every page does at once.</summary>
public sealed class ClosingHubTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Lifetime _lifetime = new();
    private readonly Connection _connection = new();

    public void Dispose()
    {
        _lifetime.Dispose();
        _connection.Dispose();
    }

    [Fact]
    public async Task Stop_PageComesBackMeanwhile_IsSentAway()
    {
        HttpStatusCode? before = null, meanwhile = null;
        await using (var app = new TestApp())
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(DemoPeople.Sanne);
            before = await NegotiateAsync(visitor);
            // The server still listens: it is told after this.
            app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(
                () => meanwhile = Task.Run(() => NegotiateAsync(visitor)).GetAwaiter().GetResult());
            await app.DisposeAsync();
        }

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, meanwhile);
    }

    [Fact]
    public async Task Stop_ConnectionMadeAtThatMoment_EndsSoon()
    {
        var context = Request(Urls.Hub);
        var connection = ClosingHub.Check(context, UntilAborted);

        _lifetime.StopApplication();
        _time.Advance(ClosingHub.Patience - TimeSpan.FromTicks(1));
        Assert.False(context.RequestAborted.IsCancellationRequested);
        _time.Advance(TimeSpan.FromTicks(1));

        await connection;
    }

    [Fact]
    public async Task Stop_OtherRequest_IsLeftToEnd()
    {
        _lifetime.StopApplication();
        var context = Request(Urls.Status);

        await ClosingHub.Check(context, _ => Task.CompletedTask);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.PostAsync(
            $"{Urls.Hub}/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Task UntilAborted(HttpContext context)
    {
        var ended = new TaskCompletionSource();
        context.RequestAborted.Register(ended.SetResult);
        return ended.Task;
    }

    private DefaultHttpContext Request(string path)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection()
                .AddSingleton<TimeProvider>(_time).AddSingleton<IHostApplicationLifetime>(_lifetime).BuildServiceProvider(),
        };
        context.Features.Set<IHttpRequestLifetimeFeature>(_connection);
        context.Request.Path = path;
        return context;
    }

    private sealed class Connection : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public CancellationToken RequestAborted { get => _end.Token; set => throw new NotSupportedException(); }

        public void Abort() => _end.Cancel();

        public void Dispose() => _end.Dispose();
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
