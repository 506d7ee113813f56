'''
基础演示：函数、参数与输出
'''


@DFF.API('Hello, world')
def hello_world():
    '''
    返回一句问候

    Returns:
        str: "Hello, world!"
    '''
    return 'Hello, world!'


@DFF.API('两数相加')
def plus(x, y):
    '''
    两数相加；简化形式调用时，参数为字符串，因此先转换为数字

    Params:
        x {int|float} 第一个数字
        y {int|float} 第二个数字

    Returns:
        int|float: 两数之和
    '''
    print('INPUT: x = {}, y = {}'.format(x, y))

    _x = float(x)
    _y = float(y)
    result = _x + _y
    if _x.is_integer() and _y.is_integer():
        result = int(result)

    return result
