using Hotline.Escalation;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("escalation");
builder.AddEscalation();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapEscalation();
await app.RunAsync();
