using System.Collections.Concurrent;
using System.Text;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.App.Telemetry;

/// <summary>A span as it came in.</summary>
internal sealed record ReceivedSpan(
    string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A collector on loopback that takes OTLP over HTTP in protobuf, and shows what came.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _traces = new();
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private LoopbackSite? _site;

    /// <summary>Where it listens.</summary>
    public string Address => _site!.Address.AbsoluteUri;

    /// <summary>The headers <c>x-key</c> that came with it.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Every span so far.</summary>
    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from body in _traces
           from resource in Message.Of(body).All(1)
           from scope in resource.All(2)
           from span in scope.All(2)
           select new ReceivedSpan(
               Convert.ToHexString(span.Bytes(1)), Convert.ToHexString(span.Bytes(2)), Convert.ToHexString(span.Bytes(4)),
               span.Text(5), span.All(9).ToDictionary(tag => tag.Text(1), tag => ValueOf(tag.All(2).Single()))),
    ];

    /// <summary>The names of every metric so far.</summary>
    public IReadOnlyCollection<string> Metrics =>
    [
        .. (from body in _metrics
            from resource in Message.Of(body).All(1)
            from scope in resource.All(2)
            from metric in scope.All(2)
            select metric.Text(1)).Distinct(),
    ];

    /// <summary>All that came, as text: what is not text in it is noise.</summary>
    public string Everything => string.Concat(_traces.Concat(_metrics).Select(Encoding.UTF8.GetString));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        receiver._site = await LoopbackSite.StartAsync(site =>
        {
            site.MapPost("/v1/traces", context => receiver.TakeAsync(context, receiver._traces));
            site.MapPost("/v1/metrics", context => receiver.TakeAsync(context, receiver._metrics));
        });
        return receiver;
    }

    public ValueTask DisposeAsync() => _site!.DisposeAsync();

    private static string ValueOf(Message value) => value.Has(1) ? value.Text(1) : $"{value.Number(3)}";

    private async Task TakeAsync(HttpContext context, ConcurrentQueue<byte[]> kept)
    {
        Keys.Enqueue(context.Request.Headers["x-key"].ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        kept.Enqueue(body.ToArray());
    }

    /// <summary>A message of protobuf, read without its schema.</summary>
    private sealed class Message
    {
        private readonly List<(int Field, byte[] Bytes, ulong Number)> _fields = [];

        public static Message Of(byte[] bytes)
        {
            var message = new Message();
            for (var at = 0; at < bytes.Length;)
            {
                var tag = Varint(bytes, ref at);
                var length = (tag & 7) switch
                {
                    0 => 0,
                    1 => 8,
                    2 => (int)Varint(bytes, ref at),
                    5 => 4,
                    var other => throw new InvalidDataException($"Wire type {other}."),
                };
                var number = (tag & 7) is 0 ? Varint(bytes, ref at) : 0;
                message._fields.Add(((int)(tag >> 3), bytes[at..(at + length)], number));
                at += length;
            }

            return message;
        }

        public bool Has(int field) => _fields.Exists(one => one.Field == field);

        public IEnumerable<Message> All(int field) => _fields.Where(one => one.Field == field).Select(one => Of(one.Bytes));

        public byte[] Bytes(int field) => _fields.FirstOrDefault(one => one.Field == field).Bytes ?? [];

        public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

        public ulong Number(int field) => _fields.FirstOrDefault(one => one.Field == field).Number;

        private static ulong Varint(byte[] bytes, ref int at)
        {
            var value = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[at++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                    return value;
            }
        }
    }
}
