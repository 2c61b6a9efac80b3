using ActivationWizard.App.Background;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Background;

public sealed class FirstPageTests : IDisposable
{
    private readonly Rounds _rounds = new(isUrgent: false);
    private readonly Rounds _urgent = new(isUrgent: true);
    private readonly ServiceProvider _services;
    private readonly FirstPage _page;

    public FirstPageTests()
    {
        _services = new ServiceCollection()
            .AddSingleton<IHostedService>(_rounds).AddSingleton<IHostedService>(_urgent).BuildServiceProvider();
        _page = new FirstPage(_services);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rounds_BeforeAnythingWasAnswered_BeginOnlyWhenTheyAreUrgent()
    {
        await StartAsync(_page);
        await _urgent.Done;

        await _page.ServeAsync(new DefaultHttpContext(Features(out _)), _ => Task.CompletedTask);

        Assert.False(_rounds.Done.IsCompleted);
    }

    [Fact]
    public async Task Rounds_WhenTheFirstRequestWasAnswered_Begin()
    {
        await StartAsync(_page);
        await _page.ServeAsync(new DefaultHttpContext(Features(out var response)), _ => Task.CompletedTask);

        await response.EndAsync();

        await _rounds.Done;
    }

    [Fact]
    public async Task Rounds_WhenNobodyAsksForAPage_BeginNonetheless()
    {
        using var page = new FirstPage(_services) { Longest = TimeSpan.FromMilliseconds(1) };
        await StartAsync(page);

        await page.StartedAsync(Cancellation);

        await _rounds.Done;
    }

    [Fact]
    public async Task Rounds_OfAnAppThatStopsBefore_EndWithoutAWord()
    {
        await StartAsync(_page);

        await _rounds.StopAsync(Cancellation);

        Assert.True(_rounds.ExecuteTask!.IsCompletedSuccessfully || _rounds.ExecuteTask.IsCanceled);
        Assert.False(_rounds.Done.IsCompleted);
    }

    public void Dispose()
    {
        _page.Dispose();
        _rounds.Dispose();
        _urgent.Dispose();
        _services.Dispose();
    }

    private async Task StartAsync(FirstPage page)
    {
        await page.StartingAsync(Cancellation);
        await _rounds.StartAsync(Cancellation);
        await _urgent.StartAsync(Cancellation);
    }

    private static FeatureCollection Features(out Answer response)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(response = new Answer());
        return features;
    }

    private sealed class Answer : HttpResponseFeature
    {
        private readonly List<Func<Task>> _then = [];

        public Task EndAsync() => Task.WhenAll(_then.Select(one => one()));

        public override void OnCompleted(Func<object, Task> callback, object state) => _then.Add(() => callback(state));
    }

    private sealed class Rounds(bool isUrgent)
        : RepeatedWork("Counting", TimeSpan.FromSeconds(5), new FakeTimeProvider(), new FakeLogger())
    {
        private readonly TaskCompletionSource _done = new();

        public Task Done => _done.Task;

        protected override bool IsUrgent => isUrgent;

        protected override Task DoAsync(CancellationToken cancellation)
        {
            _done.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
